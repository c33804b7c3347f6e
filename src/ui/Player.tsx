import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Words } from './words.ts'

export interface PlayerProps {
  /** The present frame, from 0. */
  readonly frame: number
  readonly frames: number
  readonly onFrame: (frame: number) => void
  readonly words: Words
  /** Told when play starts and stops, so that nothing is announced meanwhile. */
  readonly onPlay?: (playing: boolean) => void
  /** What the frames walk along, such as a choice of order. */
  readonly children?: ComponentChildren
  /** Frames that begin a new row; ticks on the track. */
  readonly ticks?: readonly number[]
  /** What one frame is called, where it is not a step. */
  readonly label?: string
}

const stepTime = 700
const lastTime = 1500

/** Play, pause, step and scrub through frames; always starts paused, and the last frame is held before it begins again. */
export function Player(props: PlayerProps): JSX.Element {
  const { frame, frames, onFrame, words, onPlay, children, ticks = [], label } = props
  const [playing, setPlaying] = useState(false)
  const last = frames - 1
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => onFrame(frame >= last ? 0 : frame + 1), frame >= last ? lastTime : stepTime)
    return () => clearTimeout(timer)
  }, [playing, frame, last])
  const play = (now: boolean): void => {
    setPlaying(now)
    onPlay?.(now)
  }
  const go = (to: number): void => {
    play(false)
    onFrame(Math.min(last, Math.max(0, to)))
  }
  const icon = playing ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5l9.5 5.5L4 13.5z'
  return (
    <div class="player">
      <div class="buttons">
        <button type="button" aria-label={words.back} onClick={() => go(frame - 1)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3h2v10H3zM13 3v10L6 8z" />
          </svg>
        </button>
        <button type="button" aria-label={playing ? words.pause : words.play} onClick={() => play(!playing)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icon} />
          </svg>
        </button>
        <button type="button" aria-label={words.forward} onClick={() => go(frame + 1)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M11 3h2v10h-2zM3 3l7 5-7 5z" />
          </svg>
        </button>
      </div>
      {children}
      <div class="track">
        {ticks.length > 0 && last > 0 && (
          <svg viewBox={`0 0 ${last} 14`} preserveAspectRatio="none" aria-hidden="true">
            <path d={ticks.map((tick) => `M${tick} 0v14`).join('')} />
          </svg>
        )}
        <input
          type="range"
          min={1}
          max={Math.max(frames, 1)}
          value={frame + 1}
          aria-label={label ?? words.scrub(frames)}
          aria-valuetext={words.step(frame + 1, frames)}
          onInput={(event) => go(Number(event.currentTarget.value) - 1)}
        />
      </div>
      {/* the slider says it, the description what it means */}
      <output aria-live="off">{words.step(frame + 1, frames)}</output>
    </div>
  )
}
