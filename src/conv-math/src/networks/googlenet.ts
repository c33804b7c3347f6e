import { requireBoolean } from '../checks.ts'
import {
  addConvActivation,
  addConvNormActivation,
  addPooledClassifier,
  conv,
  type FormOptions,
  IMAGENET,
  maxPool,
  type Network,
  type NetworkBuilder,
  networkBuilder,
  requireForm,
} from './network-builder.ts'

/** Which GoogLeNet is meant. */
export interface GooglenetOptions extends FormOptions {
  /** Norms after the convolutions, which then have no bias; true by default in torchvision's form alone. */
  readonly batchNorm?: boolean
}

/** Output channels of a block: 1×1; reduction and 3×3; reduction and 5×5; pool projection. */
type BlockWidths = readonly [number, number, number, number, number, number]

const STAGES: readonly (readonly [name: string, widths: BlockWidths])[][] = [
  [
    ['3a', [64, 96, 128, 16, 32, 32]],
    ['3b', [128, 128, 192, 32, 96, 64]],
  ],
  [
    ['4a', [192, 96, 208, 16, 48, 64]],
    ['4b', [160, 112, 224, 24, 64, 64]],
    ['4c', [128, 128, 256, 24, 64, 64]],
    ['4d', [112, 144, 288, 32, 64, 64]],
    ['4e', [256, 160, 320, 32, 128, 128]],
  ],
  [
    ['5a', [256, 160, 320, 32, 128, 128]],
    ['5b', [384, 192, 384, 48, 128, 128]],
  ],
]

/**
 * GoogLeNet without auxiliary heads. torchvision's form has 3×3 where the paper has 5×5 and a 2×2 pool where the paper's
 * fourth is 3×3, which sees less: 379 against 715 input cells.
 *
 * @throws {RangeError} when the form is neither 'paper' nor 'torchvision', or batchNorm is not a boolean
 * @see Szegedy et al. 2014, arXiv:1409.4842; pytorch/vision issue 906
 *
 * @example receptiveField(networks.googlenet({ form: 'paper' }).graph, 'inception5b').height.size // 715
 */
export function googlenet(options: GooglenetOptions = {}): Network {
  const fn = 'googlenet'
  const paper = requireForm(fn, options) === 'paper'
  const { batchNorm = !paper } = options
  const addConv = requireBoolean(fn, 'batchNorm', batchNorm) ? addConvNormActivation : addConvActivation
  const net = networkBuilder()
  addConv(net, 'conv1', conv(64, 7, { stride: 2, padding: 3 }))
  net.mark('conv1')
  addPool(net, 1, 3)
  addConv(net, 'conv2', conv(64, 1))
  addConv(net, 'conv3', conv(192, 3, { padding: 1 }))
  net.mark('conv3')
  addPool(net, 2, 3)
  for (const [stage, blocks] of STAGES.entries()) {
    if (stage > 0) addPool(net, stage + 2, stage === 2 && !paper ? 2 : 3)
    for (const [name, widths] of blocks) addBlock(net, `inception${name}`, widths, paper ? 5 : 3, addConv)
  }
  addPooledClassifier(net, 'fc')
  return net.finish(IMAGENET)
}

function addPool(net: NetworkBuilder, index: number, kernelSize: number): void {
  net.add(`maxpool${index}`, maxPool(kernelSize, 2, { ceilMode: true }))
  net.mark(`maxpool${index}`)
}

function addBlock(
  net: NetworkBuilder,
  id: string,
  [single, reduce3, wide3, reduce5, wide5, project]: BlockWidths,
  large: 3 | 5,
  addConv: typeof addConvActivation,
): void {
  const input = net.last()
  const branch1 = addConv(net, `${id}.branch1`, conv(single, 1), input)
  addConv(net, `${id}.branch2.0`, conv(reduce3, 1), input)
  const branch2 = addConv(net, `${id}.branch2.1`, conv(wide3, 3, { padding: 1 }))
  addConv(net, `${id}.branch3.0`, conv(reduce5, 1), input)
  const branch3 = addConv(net, `${id}.branch3.1`, conv(wide5, large, { padding: (large - 1) / 2 }))
  net.add(`${id}.branch4.0`, maxPool(3, 1, { padding: 1, ceilMode: true }), input)
  const branch4 = addConv(net, `${id}.branch4.1`, conv(project, 1))
  net.add(id, { type: 'concat' }, branch1, branch2, branch3, branch4)
  net.mark(id)
}
