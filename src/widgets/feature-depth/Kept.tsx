import type { ComponentChildren, JSX } from 'preact'

interface KeptProps {
  readonly class: string
  readonly children: ComponentChildren
}

/**
 * A box whose content needs the network, which the server has and a page at first has not: while there is no content, what
 * the server drew stays, since hydration leaves the children of an element with inner HTML alone.
 */
export function Kept({ class: name, children }: KeptProps): JSX.Element {
  return children ? <div class={name}>{children}</div> : <div class={name} dangerouslySetInnerHTML={{ __html: '' }} />
}
