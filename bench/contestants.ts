import { registerHooks } from 'node:module'
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
import * as plain from 'conv-math'
import type { Case } from './cases.ts'

/** A case made ready for someone to compute. */
export interface Entry {
  /** What must be done before a run, off the clock. */
  prepare(): Promise<void>
  run(): void
  /** The numbers of a run, [channels, height, width]. */
  result(): Float32Array
}

export interface Contestant {
  readonly name: string
  enter(one: Case): Promise<Entry>
}

function convMath(name: string, { conv2d, transposedConv2d }: typeof plain): Contestant {
  return {
    name,
    async enter({ layer, input, weight }) {
      const compute = () => (layer.type === 'conv' ? conv2d : transposedConv2d)(input, weight, layerOptions(layer))
      return { prepare: async () => {}, run: compute, result: () => compute().data }
    },
  }
}

/** A second copy of the package, in which SIMD is loaded: once loaded it stays. */
async function withSimd(): Promise<typeof plain> {
  const copy = '?simd'
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      return context.parentURL?.endsWith(copy) ? { ...found, url: found.url + copy } : found
    },
  })
  const simd: typeof plain = await import(import.meta.resolve('conv-math') + copy)
  if (!(await simd.loadSimd())) throw new Error('this Node has no WebAssembly SIMD')
  return simd
}

/** What the operations call an option, of a layer without bias. */
function layerOptions({ stride = 1, padding = 0, dilation = 1, groups = 1 }: Case['layer']) {
  return { stride, padding, dilation, groups }
}

/** TensorFlow keeps channels last: its tensors are made before the clock starts, and read after it stopped. */
function tensorflow(backend: 'cpu' | 'wasm'): Contestant {
  const prepare = async () => {
    if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend}`)
  }
  return {
    name: `tfjs ${backend}`,
    async enter(one) {
      await prepare()
      const input = tf.keep(tf.transpose(tf.tensor4d(one.input.data, four(one.input.shape)), [0, 2, 3, 1]))
      const weight = tf.keep(filterOf(one))
      const compute = () => operate(one, input as tf.Tensor4D, weight)
      return {
        prepare,
        run: () => compute().dispose(),
        result: () => tf.transpose(compute(), [0, 3, 1, 2]).dataSync() as Float32Array,
      }
    },
  }
}

function operate({ layer, outputShape }: Case, input: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor {
  const { stride, dilation, groups } = layerOptions(layer) as { stride: number; dilation: number; groups: number }
  if (layer.type === 'transposedConv') {
    const [channels, height, width] = outputShape
    return tf.conv2dTranspose(input, filter, [1, height, width, channels], stride, 'same')
  }
  if (groups > 1) return tf.depthwiseConv2d(input, filter, stride, 'same', 'NHWC', dilation)
  return tf.conv2d(input, filter, stride, 'same', 'NHWC', dilation)
}

/** [height, width, in, out]; depthwise [height, width, channels, 1]; transposed [height, width, out, in]. */
function filterOf({ layer, weight }: Case): tf.Tensor4D {
  const whole = tf.tensor4d(weight.data, four(weight.shape))
  const order = layerOptions(layer).groups === 1 ? [2, 3, 1, 0] : [2, 3, 0, 1]
  return tf.transpose(whole, order)
}

function four([a, b, c, d]: readonly number[]): [number, number, number, number] {
  return [a, b, c, d]
}

export const contestants: readonly Contestant[] = [
  convMath('conv-math', plain),
  convMath('conv-math, SIMD', await withSimd()),
  tensorflow('cpu'),
  tensorflow('wasm'),
]
