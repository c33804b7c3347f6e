import type { Layer } from '../layers.ts'
import {
  addConvNormActivation,
  addPooledClassifier,
  conv,
  maxPool,
  type Network,
  type NetworkBuilder,
  networkBuilder,
} from './network-builder.ts'

type Kernel = number | readonly [height: number, width: number]
/** A branch: output channels and kernel of each convolution, in order. */
type Branch = readonly (readonly [outChannels: number, kernelSize: Kernel])[]

const MEAN_POOL: Layer = { type: 'averagePool', kernelSize: 3, stride: 1, padding: 1 }
const ROW: Kernel = [1, 7]
const COLUMN: Kernel = [7, 1]

/**
 * Inception-v3 as torchvision has it, without the auxiliary head, for 299×299 inputs.
 *
 * @see Szegedy, Vanhoucke, Ioffe, Shlens & Wojna 2015, arXiv:1512.00567
 *
 * @example receptiveField(networks.inceptionV3().graph, 'mixed7c').height.size // 1311
 */
export function inceptionV3(): Network {
  const net = networkBuilder()
  addStem(net)
  for (const [name, project] of [
    ['5b', 32],
    ['5c', 64],
    ['5d', 64],
  ] as const) {
    addBlock(
      net,
      name,
      [
        [[64, 1]],
        [
          [48, 1],
          [64, 5],
        ],
        [
          [64, 1],
          [96, 3],
          [96, 3],
        ],
      ],
      project,
    )
  }
  addHalving(net, '6a', [
    [[384, 3]],
    [
      [64, 1],
      [96, 3],
      [96, 3],
    ],
  ])
  for (const [name, width] of [
    ['6b', 128],
    ['6c', 160],
    ['6d', 160],
    ['6e', 192],
  ] as const) {
    const twice: Branch = [
      [width, 1],
      [width, COLUMN],
      [width, ROW],
      [width, COLUMN],
      [192, ROW],
    ]
    addBlock(
      net,
      name,
      [
        [[192, 1]],
        [
          [width, 1],
          [width, ROW],
          [192, COLUMN],
        ],
        twice,
      ],
      192,
    )
  }
  addHalving(net, '7a', [
    [
      [192, 1],
      [320, 3],
    ],
    [
      [192, 1],
      [192, ROW],
      [192, COLUMN],
      [192, 3],
    ],
  ])
  for (const name of ['7b', '7c']) addSplitBlock(net, name)
  addPooledClassifier(net, 'fc')
  return net.finish([3, 299, 299])
}

function addStem(net: NetworkBuilder): void {
  addConvNormActivation(net, 'conv1a', conv(32, 3, { stride: 2 }))
  addConvNormActivation(net, 'conv2a', conv(32, 3))
  addConvNormActivation(net, 'conv2b', conv(64, 3, { padding: 1 }))
  net.add('maxpool1', maxPool(3, 2))
  net.mark('maxpool1')
  addConvNormActivation(net, 'conv3b', conv(80, 1))
  addConvNormActivation(net, 'conv4a', conv(192, 3))
  net.add('maxpool2', maxPool(3, 2))
  net.mark('maxpool2')
}

/** Branches of convolutions that keep the size, and one that pools and projects. */
function addBlock(net: NetworkBuilder, name: string, branches: readonly Branch[], project: number): void {
  const id = `mixed${name}`
  const input = net.last()
  const results = branches.map((branch, index) => addBranch(net, `${id}.branch${index + 1}`, branch, input))
  join(net, id, [...results, addProjection(net, id, project, input)])
}

/** Branches whose last step has stride 2 and no padding, and a pool of the same window. */
function addHalving(net: NetworkBuilder, name: string, branches: readonly Branch[]): void {
  const id = `mixed${name}`
  const input = net.last()
  const results = branches.map((branch, index) => addBranch(net, `${id}.branch${index + 1}`, branch, input, true))
  join(net, id, [...results, net.add(`${id}.pool`, maxPool(3, 2), input)])
}

/** The widest block: two of its branches end in 1×3 and 3×1 side by side. */
function addSplitBlock(net: NetworkBuilder, name: string): void {
  const id = `mixed${name}`
  const input = net.last()
  const single = addBranch(net, `${id}.branch1`, [[320, 1]], input)
  const stems: readonly Branch[] = [
    [[384, 1]],
    [
      [448, 1],
      [384, 3],
    ],
  ]
  const split = stems.flatMap((stem, index) => {
    const branch = `${id}.branch${index + 2}`
    const middle = addBranch(net, branch, stem, input)
    return [
      addBranch(net, `${branch}.row`, [[384, [1, 3]]], middle),
      addBranch(net, `${branch}.column`, [[384, [3, 1]]], middle),
    ]
  })
  join(net, id, [single, ...split, addProjection(net, id, 192, input)])
}

function addBranch(net: NetworkBuilder, id: string, branch: Branch, input: string, halving = false): string {
  return branch.reduce((from, [outChannels, kernelSize], index) => {
    const last = halving && index === branch.length - 1
    const layer = conv(outChannels, kernelSize, last ? { stride: 2 } : { padding: samePadding(kernelSize) })
    return addConvNormActivation(net, `${id}.${index}`, layer, from)
  }, input)
}

function addProjection(net: NetworkBuilder, id: string, outChannels: number, input: string): string {
  net.add(`${id}.pool`, MEAN_POOL, input)
  return addConvNormActivation(net, `${id}.project`, conv(outChannels, 1))
}

function join(net: NetworkBuilder, id: string, branches: readonly string[]): void {
  net.add(id, { type: 'concat' }, ...branches)
  net.mark(id)
}

function samePadding(kernelSize: Kernel): Kernel {
  return typeof kernelSize === 'number' ? (kernelSize - 1) / 2 : [(kernelSize[0] - 1) / 2, (kernelSize[1] - 1) / 2]
}
