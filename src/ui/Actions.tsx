import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import type { Figure } from './use-figure.ts'
import type { Words } from './words.ts'

interface ActionsProps {
  // biome-ignore lint/suspicious/noExplicitAny: the actions read nothing of a figure's own fields
  readonly figure: Figure<any, any>
  readonly words: Words
  readonly torch?: () => Promise<string>
}

/** A text on the clipboard, or the truth that it is not. */
async function copied(text: string, words: Words): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return words.copied
  } catch {
    return words.copyFailed
  }
}

interface CodeProps {
  readonly id: string
  readonly text: string
  readonly name: string
  readonly shown: boolean
  readonly words: Words
  readonly onSay: (said: string) => void
}

function Code({ id, text, name, shown, words, onSay }: CodeProps): JSX.Element {
  return (
    <div class="code" id={id} hidden={!shown}>
      <pre tabIndex={0} role="region" aria-label={`${name} ${words.code}`}>
        {text}
      </pre>
      <button type="button" class="act" onClick={async () => onSay(await copied(text, words))}>
        {words.copyCode}
      </button>
    </div>
  )
}

/** Copy link, reset, PyTorch, embed: plain words; code opens below. */
export function Actions({ figure, words, torch }: ActionsProps): JSX.Element {
  const id = useId()
  const [said, setSaid] = useState('')
  const [shown, setShown] = useState<'torch' | 'embed' | null>(null)
  const [code, setCode] = useState('')
  const [snippet, setSnippet] = useState('')
  useEffect(() => {
    if (shown === 'torch') torch?.().then(setCode, () => setSaid(words.codeFailed))
  }, [shown, torch])
  const toggle = (which: 'torch' | 'embed'): void => {
    setSaid('')
    if (which === 'embed') setSnippet(figure.snippet(words.lang))
    setShown(shown === which ? null : which)
  }
  if (!figure.live) return <div class="actions" />
  return (
    <>
      <div class="actions">
        <button type="button" onClick={async () => setSaid(await copied(figure.link(), words))}>
          {words.copyLink}
        </button>
        <button
          type="button"
          onClick={() => {
            figure.reset()
            setSaid('')
          }}
        >
          {words.reset}
        </button>
        {torch && (
          <button
            type="button"
            aria-expanded={shown === 'torch'}
            aria-controls={`${id}-torch`}
            onClick={() => toggle('torch')}
          >
            PyTorch
          </button>
        )}
        <button
          type="button"
          aria-expanded={shown === 'embed'}
          aria-controls={`${id}-embed`}
          onClick={() => toggle('embed')}
        >
          {words.embed}
        </button>
        <span class="said" aria-live="polite">
          {said}
        </span>
      </div>
      {torch && (
        <Code id={`${id}-torch`} text={code} name="PyTorch" shown={shown === 'torch'} words={words} onSay={setSaid} />
      )}
      <Code
        id={`${id}-embed`}
        text={snippet}
        name={words.embed}
        shown={shown === 'embed'}
        words={words}
        onSay={setSaid}
      />
    </>
  )
}
