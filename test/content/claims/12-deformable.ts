import { conv2d, convTaps, inferShapes, sequential, tensor } from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, rounded, weights } from '../counting.ts'

/** Sampling points of a kernel: the taps of an output away from the border. */
const points = (kernelSize: number): number => convTaps([0, 0], [9, 9], { kernelSize }).length
const branch = (numbersPerPoint: number): number => weights([conv(3, numbersPerPoint * points(3))], 256)
const main = (): number => weights([conv(3, 256)], 256)
const more = (numbersPerPoint: number): number => rounded((100 * branch(numbersPerPoint)) / main(), 1)
const channels = (kernelSize: number, numbersPerPoint: number): number =>
  inferShapes(sequential([conv(3, numbersPerPoint * points(kernelSize))]), [256, 14, 14]).get('0')?.[0] ?? Number.NaN

/** The top left tap of a 3×3 with this dilation, counted from the centre, on one axis. */
const topLeft = (dilation: number): number => {
  const rows = convTaps([0, 0], [9, 9], { kernelSize: 3, dilation }).map(({ input }) => input[0])
  return Math.min(...rows) - (Math.min(...rows) + Math.max(...rows)) / 2
}
/** Weight that bilinear sampling at (0.25, 0.5) gives a pixel, read off a map that is 1 there and 0 elsewhere. */
function bilinear(row: number, column: number): number {
  const x = tensor([1, 1, 2, 2])
  x.data[row * 2 + column] = 1
  return conv2d(conv2d(x, tensor([1, 1, 2, 1], [0.75, 0.25])), tensor([1, 1, 1, 2], [0.5, 0.5])).data[0]
}

export const claims: Claim[] = [
  claim('offset channels of a 3×3', ['3×3有18个通道', '18 channels for 3×3'], 18, () => channels(3, 2)),
  claim('channels of v2', ['3×3共27个通道', '27 channels for 3×3'], 27, () => channels(3, 3)),
  claim('main convolution', ['主卷积589,824个权重', 'the convolution has 589,824 weights'], 589_824, main),
  claim('offset convolution', ['41,472个', '41,472'], 41_472, () => branch(2)),
  claim('offset convolution, share', ['多7.0%', '7.0% more'], 7.0, () => more(2)),
  claim('v2', ['62,208个', 'it is 62,208'], 62_208, () => branch(3)),
  claim('v2, share', ['多10.5%', 'or 10.5%'], 10.5, () => more(3)),
  claim('offset channels of a 5×5', '2 × 25 = 50', 50, () => channels(5, 2)),
  claim('v2 channels of a 5×5', '3 × 25 = 75', 75, () => channels(5, 3)),
  claim('top left tap at dilation 3', '$(-3,-3)$', -3, () => topLeft(3)),
  claim('its offset', '$(3-1)\\times(-1,-1)=(-2,-2)$', -2, () => topLeft(3) - topLeft(1)),
  claim('bilinear, row 0', ['第0行两个像素各0.375', '0.375 for both pixels of row 0'], 0.375, () => bilinear(0, 1)),
  claim('bilinear, row 1', ['第1行两个像素各0.125', '0.125 for both of row 1'], 0.125, () => bilinear(1, 0)),
]
