import { averagePool2d, conv2d, filterKernel, maxPool2d, type Tensor, tensor } from 'conv-math'
import { camera, pixels } from '#ui/pictures.ts'
import type { Path, State } from './model.ts'

/** A small photograph, so that a 5×5 kernel sees a part of it and not a speck. */
export const photo = averagePool2d(tensor([1, 1, camera.height, camera.width], pixels(camera)), { kernelSize: 2 })

/** What a branch's own kernel makes of the photograph: a 1×1 kernel has one weight and passes it on. */
export function mapOf({ op, kernelSize, padding }: Path, filter: State['filter']): Tensor {
  if (op === 'maxPool') return maxPool2d(photo, { kernelSize, stride: 1, padding })
  const name = kernelSize === 1 ? 'identity' : filter === 'edge' ? 'sobelX' : 'box'
  const { weights } = filterKernel(name, kernelSize)
  const positive = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
  return conv2d(
    photo,
    tensor(
      [1, 1, kernelSize, kernelSize],
      weights.map((weight) => weight / positive),
    ),
    { padding },
  )
}
