import { convOutputSize, receptiveField, sequential } from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded, weights } from '../counting.ts'

/** Weights of a 3-D kernel: one 2-D kernel for each of its frames. */
const solid = (frames: number, kernelSize: number, inChannels: number, outChannels: number): number =>
  frames * weights([conv(kernelSize, outChannels)], inChannels)
/** Weights along time alone: a 1×1 for each frame of the kernel. */
const alongTime = (inChannels: number, outChannels: number): number => 3 * weights([conv(1, outChannels)], inChannels)
/** (2+1)D: space to the middle, time from it. */
const split = (inChannels: number, middle: number, outChannels: number): number =>
  weights([conv(3, middle)], inChannels) + alongTime(middle, outChannels)
const middleOf = (inChannels: number, outChannels: number): number =>
  solid(3, 3, inChannels, outChannels) / split(inChannels, 1, outChannels)

const frame = [3, 112, 112] as const
const frameMacs = (): number => macs([conv(3, 64)], frame)
/** C3D's first layer: each of its 16 frames of output reads three padded frames. */
const clipMacs = (): number => convOutputSize(16, { kernelSize: 3, padding: 1 }) * 3 * frameMacs()
const numbersOf = (frames: number): number => macs([conv(1, 1)], [1, frames * 64, 112 * 112])
const inTime = [conv(3, 1), conv(3, 1), conv(3, 1)]
const duration = (pooled: boolean): number =>
  receptiveField(sequential([...(pooled ? [{ type: 'maxPool', kernelSize: 2 } as const] : []), ...inTime])).height.size

export const claims: Claim[] = [
  claim('2-D weights', '| 1,728 | 21,676,032 | 802,816 |', 1728, () => weights([conv(3, 64)], 3)),
  claim('2-D MACs', '| 1,728 | 21,676,032 | 802,816 |', 21_676_032, frameMacs),
  claim('2-D numbers put out', '| 1,728 | 21,676,032 | 802,816 |', 802_816, () => numbersOf(1)),
  claim('3-D weights', '| 5,184 | 1,040,449,536 | 12,845,056 |', 5184, () => solid(3, 3, 3, 64)),
  claim('3-D MACs', '| 5,184 | 1,040,449,536 | 12,845,056 |', 1_040_449_536, clipMacs),
  claim('3-D numbers put out', '| 5,184 | 1,040,449,536 | 12,845,056 |', 12_845_056, () => numbersOf(16)),
  claim('MACs, 3-D over 2-D', ['乘加是48倍', 'the MACs 48 times'], 48, () => clipMacs() / frameMacs()),
  claim('MiB of activations', '49 MiB', 49, () => (4 * numbersOf(16)) / 2 ** 20),
  claim('3×3×3, 64 to 64', '110,592', 110_592, () => solid(3, 3, 64, 64)),
  claim('middle channels', '$M=144$', 144, () => middleOf(64, 64)),
  claim('space', '82,944 + 27,648', 82_944, () => weights([conv(3, 144)], 64)),
  claim('time', '82,944 + 27,648', 27_648, () => alongTime(144, 64)),
  claim('64 in the middle', '49,152', 49_152, () => split(64, 64, 64)),
  claim('64 in the middle, share', ['占44%', 'or 44%'], 44, () =>
    rounded((100 * split(64, 64, 64)) / solid(3, 3, 64, 64)),
  ),
  claim('frames out', '(16 + 2 − 3) / 1 + 1 = 16', 16, () => convOutputSize(16, { kernelSize: 3, padding: 1 })),
  claim('side out', '⌊(112 + 6 − 7) / 2⌋ + 1 = 56', 56, () =>
    convOutputSize(112, { kernelSize: 7, stride: 2, padding: 3 }),
  ),
  claim('weights of 3×7×7', '3 × 49 × 3 × 64 = 28,224', 28_224, () => solid(3, 7, 3, 64)),
  claim('three layers in time', '1 + 3 × 2 = 7', 7, () => duration(false)),
  claim('pooled first', '2 + 3 × 2 × 2 = 14', 14, () => duration(true)),
  claim('middle of 64 to 128', '27 × 64 × 128 / (9 × 64 + 3 × 128) = 230.4', 230.4, () => middleOf(64, 128)),
]
