import { Component, type ComponentType, type JSX } from 'preact'
import type { Lang } from './use-figure.ts'
import { words } from './words.ts'

interface Guarded {
  readonly id: string
  readonly lang: Lang
}

/** A figure that, if it fails, leaves the picture that the server drew and says so; the page goes on. */
export function guarded<P extends Guarded>(Widget: ComponentType<P>): ComponentType<P> {
  return class Guard extends Component<P, { failed?: boolean }> {
    drawn =
      typeof document === 'undefined'
        ? ''
        : (document.getElementById(this.props.id)?.querySelector('astro-island')?.innerHTML ?? '')

    override componentDidCatch(error: unknown): void {
      console.error(error)
      this.setState({ failed: true })
    }

    override render(): JSX.Element {
      if (!this.state.failed) return <Widget {...(this.props as P & JSX.IntrinsicAttributes)} />
      return (
        <div>
          <p class="failed" role="alert">
            {words[this.props.lang].failed}
          </p>
          <div inert dangerouslySetInnerHTML={{ __html: this.drawn }} />
        </div>
      )
    }
  }
}
