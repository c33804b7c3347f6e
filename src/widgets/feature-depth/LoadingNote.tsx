import type { JSX } from 'preact'
import type { Messages } from './messages.ts'
import type { Loading } from './use-network.ts'

interface LoadingNoteProps {
  readonly loading: Loading
  readonly words: Messages
  readonly onRetry: () => void
}

/** How far the network's files are, and when they do not come, why, and a way to try again. */
export function LoadingNote({ loading, words, onRetry }: LoadingNoteProps): JSX.Element | null {
  if (loading.step === 'ready') return null
  if (loading.step === 'loading') {
    const { received, total, slow } = loading
    return (
      <p class="depth-note" aria-live="polite">
        <progress max={total} value={received} aria-label={words.progress(received, total)} />{' '}
        {slow ? words.slow(received, total) : words.progress(received, total)}{' '}
        {slow && (
          <button type="button" class="act" onClick={onRetry}>
            {words.retry}
          </button>
        )}
      </p>
    )
  }
  return (
    <p class="depth-note failed" role="alert">
      {words.failed(words.reasons[loading.reason])}{' '}
      <button type="button" class="act" onClick={onRetry}>
        {words.retry}
      </button>
    </p>
  )
}
