import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Heat } from '#ui/Heat.tsx'
import { Photo } from '#ui/Photo.tsx'
import { Live } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import type { Derived, State } from './model.ts'
import { photo } from './photo-maps.ts'

type Whole = Extract<Derived, { ok: true }>

/** The maps of one photograph side by side, and as the stack that concatenation makes of them; the server leaves its plates plain. */
export function Maps({ state, whole, words }: { state: State; whole: Whole; words: Messages }): JSX.Element {
  const live = useContext(Live)
  const drawn = whole.maps.map(({ data, shape }, index) => {
    const path = whole.paths[index]
    const signed = state.filter === 'edge' && path.op === 'conv' && path.kernelSize > 1
    const max = signed ? inner(data, shape[3], path.kernelSize) : 1
    const map = { values: data, width: shape[3], height: shape[2], label: words.map(path) }
    return signed ? <Heat {...map} look="signed" max={max} /> : <Photo {...map} channels={1} />
  })
  return (
    <div class="scales">
      <div class="map-cell">
        <Photo
          values={photo.data}
          width={photo.shape[3]}
          height={photo.shape[2]}
          channels={1}
          label={words.photo(photo.shape[3])}
        />
        <span>{words.photo(photo.shape[3])}</span>
      </div>
      {drawn.map((map, index) => (
        <div class="map-cell">
          {map}
          <span>{words.map(whole.paths[index])}</span>
        </div>
      ))}
      <div class="map-cell">
        <div class="stack" role="img" aria-label={words.stack(whole)}>
          {drawn
            .map((map, index) => (
              <div class={`plate plate-${whole.paths[index].letter.toLowerCase()}`} style={{ '--at': index }}>
                {live && map}
              </div>
            ))
            .reverse()}
        </div>
        <span>{words.stack(whole)}</span>
      </div>
    </div>
  )
}

/** The largest response away from the border, where the zeros of the padding draw an edge of their own. */
function inner(values: Float32Array, side: number, margin: number): number {
  let most = 1e-6
  for (let row = margin; row < side - margin; row++) {
    for (let column = margin; column < side - margin; column++) {
      most = Math.max(most, Math.abs(values[row * side + column]))
    }
  }
  return most
}
