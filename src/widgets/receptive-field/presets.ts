import type { StateOf } from '#ui/fields.ts'
import { choice, int } from '#ui/fields.ts'

/** One layer of the stack as the reader edits it; both axes alike. */
export const layerFields = {
  type: choice(['conv', 'maxPool', 'averagePool'], 'conv'),
  kernelSize: int(1, 11, 3),
  stride: int(1, 4, 1),
  padding: int(0, 8, 1),
  dilation: int(1, 8, 1),
}
export type Layer = StateOf<typeof layerFields>

/** A stack of layers with the input it stands on. */
export interface Stack {
  readonly inputSize: number
  readonly layers: readonly Layer[]
  /** Names of the layers as their papers have them; by type and number when left out. */
  readonly names?: readonly string[]
  /** The unit that shows the stack best; the middle one when left out. */
  readonly unit?: number
}

const conv = (kernelSize: number, padding = 0, stride = 1, dilation = 1): Layer => ({
  type: 'conv',
  kernelSize,
  stride,
  padding,
  dilation,
})
const pool = (kernelSize: number, stride = kernelSize, type: Layer['type'] = 'maxPool'): Layer => ({
  type,
  kernelSize,
  stride,
  padding: 0,
  dilation: 1,
})

/** Five stages of 3×3 convolutions, each with its pool: configuration D of the paper. */
const vggNames = [2, 2, 3, 3, 3].flatMap((depth, stage) => [
  ...Array.from({ length: depth }, (_, at) => `conv${stage + 1}_${at + 1}`),
  `pool${stage + 1}`,
])

/** Odd, so that a unit stands in the very middle, and larger than every field compared on it. */
const wayInput = 21

export const presets = {
  strided: { inputSize: 16, layers: [conv(3, 1), conv(3, 1, 2), conv(3, 1)], unit: 1 },
  lenet5: {
    inputSize: 32,
    layers: [conv(5), pool(2, 2, 'averagePool'), conv(5), pool(2, 2, 'averagePool'), conv(5)],
    names: ['c1', 's2', 'c3', 's4', 'c5'],
  },
  alexnet: {
    inputSize: 224,
    layers: [conv(11, 2, 4), pool(3, 2), conv(5, 2), pool(3, 2), conv(3, 1), conv(3, 1), conv(3, 1), pool(3, 2)],
    names: ['conv1', 'pool1', 'conv2', 'pool2', 'conv3', 'conv4', 'conv5', 'pool5'],
  },
  vgg16: {
    inputSize: 224,
    layers: vggNames.map((name) => (name.startsWith('conv') ? conv(3, 1) : pool(2))),
    names: vggNames,
  },
  plain: { inputSize: wayInput, layers: [conv(3, 1), conv(3, 1), conv(3, 1)] },
  dilated: { inputSize: wayInput, layers: [conv(3, 1), conv(3, 2, 1, 2), conv(3, 4, 1, 4)] },
  pooling: { inputSize: wayInput, layers: [conv(3, 1), pool(2), conv(3, 1), conv(3, 1)] },
  largeKernel: { inputSize: wayInput, layers: [conv(7, 3), conv(7, 3), conv(7, 3)] },
} satisfies Readonly<Record<string, Stack>>
export type PresetName = keyof typeof presets
