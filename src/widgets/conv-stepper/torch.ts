import { torchMatrix, torchNumber } from '#ui/torch-numbers.ts'
import { at, type Shape, type State } from './model.ts'

/** Loads the photograph of `ui/pictures.ts` from scikit-image, or the reader's own. */
const load = (own: boolean, size: number): string => `import numpy as np
${own ? 'from PIL import Image, ImageOps' : 'from PIL import Image\nfrom skimage import data'}
img = ${
  own
    ? `ImageOps.fit(Image.open('picture.jpg').convert('L'), (${size}, ${size}))`
    : `Image.fromarray(data.camera()).crop((90, 40, 350, 300)).resize((${size}, ${size}), Image.LANCZOS)`
}
x = torch.tensor(np.array(img), dtype=torch.float32)[None, None]`

function paddingText({ paddingMode, padding }: State, shape: Shape): { pad: string; option: string } {
  if (paddingMode === 'equal') return { pad: '', option: `padding=${padding}` }
  if (paddingMode === 'same') return { pad: '', option: "padding='same'" }
  const [[top, bottom], [left, right]] = [shape.rows.padding, shape.columns.padding]
  if (top === bottom && left === right)
    return { pad: '', option: `padding=${top === left ? top : `(${top}, ${left})`}` }
  return {
    pad: `x = F.pad(x, (${left}, ${right}, ${top}, ${bottom}))  # left, right, top, bottom\n`,
    option: 'padding=0',
  }
}

/** The call that gives the same numbers. */
export function torch(state: State, shape: Shape, own: boolean, comment: string): string {
  const { kernelSize: k, stride, dilation } = state
  const { size, kernel, unit, sum } = shape
  const numbers = `x = torch.tensor([[${torchMatrix(size, size, (r, c) => at(shape.x, r, c))}]])`
  const { pad, option } = paddingText(state, shape)
  const divided = kernel.divisor === 1 ? '' : ` / ${kernel.divisor}`
  const result =
    state.mode === 'picture' && own ? '' : `\ny[0, 0, ${unit[0]}, ${unit[1]}]  # ${torchNumber(sum / kernel.divisor)}`
  const relu = state.mode === 'picture' && state.relu ? '\nF.relu(y)' : ''
  return `import torch
import torch.nn.functional as F
${state.mode === 'picture' ? load(own, size) : numbers}
# ${comment}
w = torch.tensor([[${torchMatrix(k, k, (r, c) => kernel.weights[r * k + c])}]])${divided}
${pad}y = F.conv2d(x, w, stride=${stride}, ${option}, dilation=${dilation})
y.shape  # torch.Size([1, 1, ${shape.rows.output}, ${shape.columns.output}])${result}${relu}`
}
