import type { Tensor } from 'conv-math'

/** What a kernel's picture looks like, in two shares from 0 to 1. */
export interface Orientation {
  /** The part of its energy Σ w² that a kernel of its mean everywhere has: 1 is a pure blur, 0 sums to zero. */
  readonly blur: number
  /** How far its changes of value agree about a direction: 1 is a straight edge or bar, 0 has no direction. */
  readonly coherence: number
  /** The direction of change, in degrees from rightwards to downwards, 0 … 180: an upright edge has 0. */
  readonly angle: number
  /** An oriented edge: less than half blur, and more than half coherent. */
  readonly isEdge: boolean
}

/**
 * The orientation of one channel's kernel. Coherence is that of the structure tensor, summed over the kernel's 2×2 blocks:
 * √((J₁₁ − J₂₂)² + 4 J₁₂²) / (J₁₁ + J₂₂).
 *
 * @param weight [outChannels, 1, height, width]
 * @see Bigün & Granlund 1987, Optimal orientation detection of linear symmetry
 */
export function orientationOf({ shape, data }: Tensor, channel: number): Orientation {
  const [, , height, width] = shape
  const kernel = data.subarray(channel * height * width, (channel + 1) * height * width)
  let [sum, energy, across, down, both] = [0, 0, 0, 0, 0]
  for (const value of kernel) {
    sum += value
    energy += value * value
  }
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const at = row * width + column
      const [a, b, c, d] = [kernel[at], kernel[at + 1], kernel[at + width], kernel[at + width + 1]]
      const x = (b - a + d - c) / 2
      const y = (c - a + d - b) / 2
      across += x * x
      down += y * y
      both += x * y
    }
  }
  const blur = energy > 0 ? (sum * sum) / (kernel.length * energy) : 0
  const changes = across + down
  const coherence = changes > 0 ? Math.hypot(across - down, 2 * both) / changes : 0
  const angle = (Math.atan2(2 * both, across - down) * 90) / Math.PI
  return { blur, coherence, angle: (angle + 180) % 180, isEdge: blur < 0.5 && coherence > 0.5 }
}
