import { Component, type ComponentType, type JSX } from 'preact'
import { Spoken, type Words } from './words.ts'

interface Spoke<M> {
  readonly id: string
  readonly words: M
}

/**
 * A figure in one language, so that a page fetches no other's words. If it fails, the picture that the server drew stays and
 * a sentence says so; the page goes on.
 */
export function island<M, P extends Spoke<M>>(
  Widget: ComponentType<P & Spoke<M>>,
  words: NoInfer<M>,
  common: Words,
): ComponentType<Omit<P, 'words'>> {
  return class Island extends Component<Omit<P, 'words'>, { failed?: boolean }> {
    drawn =
      typeof document === 'undefined'
        ? ''
        : (document.getElementById(this.props.id)?.querySelector('astro-island')?.innerHTML ?? '')

    override componentDidCatch(error: unknown): void {
      console.error(error)
      this.setState({ failed: true })
    }

    override render(): JSX.Element {
      if (this.state.failed) {
        return (
          <div>
            <p class="failed" role="alert">
              {common.failed}
            </p>
            <div inert dangerouslySetInnerHTML={{ __html: this.drawn }} />
          </div>
        )
      }
      const props = { ...this.props, words } as unknown as P & JSX.IntrinsicAttributes
      return (
        <Spoken.Provider value={common}>
          <Widget {...props} />
        </Spoken.Provider>
      )
    }
  }
}
