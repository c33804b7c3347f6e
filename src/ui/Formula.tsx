import type { JSX } from 'preact'

/** A variable of formulas in running text. */
export function Variable({ name }: { name: string }): JSX.Element {
  const [base, sub] = name.split('_')
  return (
    <i class="var">
      {base}
      {sub && <sub>{sub}</sub>}
    </i>
  )
}

type Token = {
  readonly tag: 'mi' | 'mn' | 'mo' | 'mtext'
  readonly text: string
  readonly sub?: string
  readonly sup?: string
}
const pattern =
  /([A-Za-z])(?:_([A-Za-z0-9]+))?(?:\^([A-Za-z0-9]+))?|(\d+(?:\.\d+)?)(?:\^([A-Za-z0-9]+))?|"([^"]*)"|([^\s])/g

function tokens(source: string): Token[] {
  return [...source.matchAll(pattern)].map(([, letter, sub, sup, digits, power, words, sign]) => {
    const more = { ...(sub ? { sub } : {}), ...((sup ?? power) ? { sup: sup ?? power } : {}) }
    if (letter) return { tag: 'mi', text: letter, ...more }
    if (digits) return { tag: 'mn', text: digits, ...more }
    if (words !== undefined) return { tag: 'mtext', text: words }
    return { tag: 'mo', text: sign === '-' ? '−' : sign === '*' ? '×' : sign }
  })
}

const script = (text: string): JSX.Element =>
  /^\d+$/.test(text) ? <mn>{text}</mn> : text.length === 1 ? <mi>{text}</mi> : <mtext>{text}</mtext>

function Sign({ token, first }: { token: Token; first: boolean }): JSX.Element {
  const { tag, text } = token
  const fence = tag === 'mo' && /[()⌊⌋⌈⌉|]/.test(text)
  // an operator that begins a part goes on from the part before
  const form = first && /[+−×=]/.test(text) ? { form: 'infix' } : {}
  const Tag = tag
  const base =
    tag === 'mo' ? <mo {...((fence ? { stretchy: 'false' } : form) as object)}>{text}</mo> : <Tag>{text}</Tag>
  if (token.sub && token.sup)
    return (
      <msubsup>
        {base}
        {script(token.sub)}
        {script(token.sup)}
      </msubsup>
    )
  if (token.sub)
    return (
      <msub>
        {base}
        {script(token.sub)}
      </msub>
    )
  if (token.sup)
    return (
      <msup>
        {base}
        {script(token.sup)}
      </msup>
    )
  return base
}

/**
 * MathML for a one-line formula written as text: `o = ⌊(i + 2p - d(k - 1) - 1) / s⌋ + 1`, `p_out`, `C^2`, `"words"`.
 * A `|` marks where a narrow line may break.
 */
export function Formula({ source }: { source: string }): JSX.Element {
  return (
    <>
      {source.split('|').map((part) => (
        <math>
          <mrow>
            {tokens(part).map((token, at) => (
              <Sign token={token} first={at === 0} />
            ))}
          </mrow>
        </math>
      ))}
    </>
  )
}

export interface WorkProps {
  /** The formula in symbols. */
  readonly source: string
  /** The same with the reader's numbers, `= (7 − 3) / 2 + 1`. */
  readonly numbers: string
  readonly result: string | number
}

/** A formula, the reader's numbers in it, and the result, on one reading line. */
export function Work({ source, numbers, result }: WorkProps): JSX.Element {
  return (
    <p class="work">
      <Formula source={source} />
      <span class="eqline">
        {numbers} = <b class="t-output">{result}</b>
      </span>
    </p>
  )
}
