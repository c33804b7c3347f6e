import { fixed } from '#ui/scale.ts'
import type { Shown } from './model.ts'

/** Anchors of this unit and how far each goes beyond the field, by the rules of the detector's own code. */
export function torch({ level, unit, columns, baseSize, scales, anchors }: Shown): string {
  const count = anchors.length / scales.length
  const text = count === 1 ? '1.' : count === 3 ? '1 / 2, 1., 2.' : '1 / 3, 1 / 2, 1., 2., 3.'
  const make =
    level.preset === 'resnet50fpn'
      ? `# torchvision: half the sides, rounded; the middle stands on the edge of a pixel
w = 2 * (${baseSize} * scales[:, None] / ratios.sqrt() / 2).round()
h = 2 * (${baseSize} * scales[:, None] * ratios.sqrt() / 2).round()
middle = ${unit[1]} * ${level.stride}`
      : `# py-faster-rcnn: the base box, rounded, times the scales; pixels 0 to ${baseSize - 1}
w = (${baseSize}**2 / ratios).sqrt().round()
h = (w * ratios).round() * scales[:, None]
w = w * scales[:, None]
middle = ${baseSize} / 2 + ${unit[1]} * ${level.stride}`
  return `import torch
scales = torch.tensor([${scales.map((scale) => `${scale}.`).join(', ')}])
ratios = torch.tensor([${text}])  # height by width
${make}
first, last = ${columns.field[0]}, ${columns.field[1] + 1}  # edges of the field, across
torch.stack([w, h], -1).flatten(0, 1)
torch.stack([first - (middle - w / 2), middle + w / 2 - last], -1).flatten(0, 1)  # ${anchors
    .map((anchor) => anchor.columns.map(fixed).join(' '))
    .join(', ')}`
}
