import { expect, describe as group, it } from 'vitest'
import { decode, encode, initialState } from '../../src/ui/fields.ts'
import { choosePadding, editedDivisor, editedWeight, ownKernel } from '../../src/widgets/conv-stepper/editing.ts'
import { en } from '../../src/widgets/conv-stepper/en.ts'
import { at, derive, describe, fields, photo, presets, type State } from '../../src/widgets/conv-stepper/model.ts'
import { keepsBrightness, planOf, respond } from '../../src/widgets/conv-stepper/responses.ts'
import { compareSame } from '../../src/widgets/conv-stepper/same.ts'
import { torch } from '../../src/widgets/conv-stepper/torch.ts'
import { zh } from '../../src/widgets/conv-stepper/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
const problemOf = (patch: Partial<State>) => {
  const derived = derive(state(patch))
  return derived.ok ? null : derived.problem
}
const said = (lang: 'zh' | 'en', patch: Partial<State>): string =>
  describe(state(patch), shapeOf(patch), { zh, en }[lang])

group('conv-stepper: a window and its sum', () => {
  it('6×6, kernel 3, stride 3, padding 1 gives 4, 1 in the first row of a Sobel-x', () => {
    const shape = shapeOf({ inputSize: 6, stride: 3, padding: 1, step: 1 })
    expect([shape.rows.output, shape.columns.output]).toEqual([2, 2])
    expect([at(shape.sums!, 0, 0), at(shape.sums!, 0, 1)]).toEqual([4, 1])
    expect(shape.sum).toBe(1)
    expect(shape.terms.filter((term) => !term.inside)).toHaveLength(3)
  })
  it('adds the products up to the same number as the whole convolution, at every step, with any padding', () => {
    for (const patch of [
      { stride: 1 },
      { kernelSize: 5, padding: 2, preset: 'gaussian' },
      { kernelSize: 2, paddingMode: 'sides', paddingTop: 1, paddingRight: 3 },
      { dilation: 2, preset: 'sharpen', stride: 1, paddingMode: 'tensorflow' },
    ] satisfies Partial<State>[]) {
      const { frames, columns, sums } = shapeOf(patch)
      for (let step = 0; step < frames; step++) {
        const { sum, unit } = shapeOf({ ...patch, step })
        expect(unit).toEqual([Math.floor(step / columns.output), step % columns.output])
        expect(sum).toBe(at(sums!, ...unit))
      }
    }
  })
  it('does not flip the kernel: the identity of the reader’s own picks the cell it names', () => {
    const w = initialState(fields).w.map((_, index) => (index === 1 ? 1 : 0))
    const shape = shapeOf({ preset: 'custom', w, step: 0, stride: 1 })
    expect(shape.sum).toBe(at(shape.x, 0, 1))
  })
  it('divides by the common divisor', () => {
    expect(shapeOf({ preset: 'box', step: 0 }).kernel).toEqual({ weights: new Array(9).fill(1), divisor: 9 })
    expect(said('en', { preset: 'box', step: 2 })).toContain('9 products, with the sum 19, divided by 9: 2.11.')
  })
  it('the last step stands for every step beyond it', () => {
    expect(shapeOf({ step: 9999 }).unit).toEqual([2, 2])
  })
})

group('conv-stepper: what the floor drops', () => {
  it('8 with kernel 3 and stride 2 loses its last row and column', () => {
    const { rows } = shapeOf()
    expect([rows.output, rows.dropped, rows.lost, rows.skipped]).toEqual([3, 1, 1, 0])
    expect(said('zh', {})).toContain('末尾 1 行、1 列没有窗口读到，被向下取整丢掉。')
    expect(said('en', {})).toContain('The floor drops the last row and column: no window reads there.')
  })
  it('of 6 with stride 3 and padding 1 one ring of padding and one row of the input', () => {
    const { rows } = shapeOf({ inputSize: 6, stride: 3, padding: 1 })
    expect([rows.dropped, rows.lost]).toEqual([2, 1])
    expect(said('zh', { inputSize: 6, stride: 3, padding: 1 })).toContain('其中 1 行、1 列是真数字，其余是填充')
  })
  it('a stride larger than the kernel leaves cells between the windows', () => {
    const { rows } = shapeOf({ kernelSize: 1, preset: 'identity', stride: 3 })
    expect(rows.reads).toEqual([1, 0, 0, 1, 0, 0, 1, 0])
    expect([rows.dropped, rows.skipped]).toEqual([1, 4])
    expect(said('en', { kernelSize: 1, preset: 'identity', stride: 3 })).toContain('Another 4 rows and 4 columns')
  })
  it('nothing at stride 1', () => {
    expect(zh.sizeNote(state({ stride: 1 }), shapeOf({ stride: 1 }))).toContain('每一行每一列都有窗口读到')
  })
  it('counts multiply-accumulates: outputs times taps', () => {
    expect(shapeOf().macs).toBe(3 * 3 * 9)
  })
})

group('conv-stepper: same, of two frameworks', () => {
  it('at 224, kernel 3, stride 2 TensorFlow pads (0, 1), padding=1 pads (1, 1): one size, one pixel apart', () => {
    const { tensorflow, torch, shift } = compareSame(224, { kernelSize: 3, stride: 2, dilation: 1 })
    expect(tensorflow.padding).toEqual([0, 1])
    expect(torch.padding).toEqual([1, 1])
    expect([tensorflow.output, torch.output, shift]).toEqual([112, 112, 1])
    expect([tensorflow.starts[0], torch.starts[0]]).toEqual([0, -1])
    expect(torch.read.lastIndexOf(false)).toBe(225)
  })
  it('an odd size is padded alike', () => {
    const { shift, tensorflow, torch } = compareSame(7, { kernelSize: 3, stride: 2, dilation: 1 })
    expect([shift, tensorflow.output, torch.output]).toEqual([0, 4, 4])
  })
  it('with an even kernel equal padding misses the promised size', () => {
    const here = compareSame(6, { kernelSize: 4, stride: 1, dilation: 1 })
    expect([here.promised, here.torch.output]).toEqual([6, 5])
    expect(zh.sameNote(here, here)).toContain('核跨 4 格，是偶数，每边补一样多只得 5')
  })
  it('says when not one window fits', () => {
    expect(compareSame(1, { kernelSize: 2, stride: 1, dilation: 1 }).torch.output).toBe(0)
  })
  it('PyTorch accepts the word with stride 1 alone', () => {
    expect(problemOf({ paddingMode: 'same' })).toEqual({ code: 'sameNeedsStrideOne', stride: 2 })
    expect(shapeOf({ paddingMode: 'same', stride: 1 }).rows).toMatchObject({ padding: [1, 1], output: 8 })
    expect(shapeOf({ paddingMode: 'same', stride: 1, kernelSize: 4 }).rows).toMatchObject({
      padding: [1, 2],
      output: 8,
    })
  })
  it('four sides begin from what is padded now', () => {
    const shape = shapeOf({ paddingMode: 'tensorflow' })
    const patch = choosePadding('sides', shape)
    expect(patch).toMatchObject({ paddingTop: 0, paddingBottom: 1, paddingLeft: 0, paddingRight: 1 })
    expect(shapeOf(patch).rows.padding).toEqual(shape.rows.padding)
  })
})

group('conv-stepper: states that do not hold', () => {
  it.each([
    [
      { kernelSize: 7, inputSize: 3 },
      '核 7 大于补零后的输入 3，一个窗口也放不下。',
      'larger than the padded input of 3',
    ],
    [{ kernelSize: 1 }, 'Sobel-x核至少要 2×2', 'needs at least 2×2; the kernel size is 1'],
    [{ paddingMode: 'same' }, '只接受步幅 1，现在是 2', 'accepts stride 1 alone; the stride is 2'],
    [
      { kernelSize: 7, dilation: 3, stride: 1, paddingMode: 'same' },
      '补零后是 26×26，图里最多放 18×18',
      'would be 26×26; the figure has room for 18×18',
    ],
  ] satisfies [Partial<State>, string, string][])('%j', (patch, inChinese, inEnglish) => {
    const problem = problemOf(patch)!
    expect(zh.problem(problem, state())).toContain(inChinese)
    expect(zh.problem(problem, state())).toContain('图停在上一组成立的数字：i 8，k 3，s 2，p 0，d 1。')
    expect(en.problem(problem, state())).toContain(inEnglish)
  })
})

group('conv-stepper: a kernel of the reader’s own', () => {
  it('keeps the preset’s weights and divisor, but for the one changed, and comes back from a link', () => {
    const patch = ownKernel(state({ preset: 'gaussian' }), shapeOf({ preset: 'gaussian' }), 3, [1, 1, 6])
    const mine = state(patch)
    expect(shapeOf(patch).kernel).toEqual({ weights: [1, 2, 1, 2, 6, 2, 1, 2, 1], divisor: 16 })
    const query = new Map(encode(fields, mine, initialState(fields)))
    expect(decode(fields, (name) => query.get(name), initialState(fields))).toEqual(mine)
  })
  it('keeps what is typed one after the other while the sizes do not hold, and shows it where it is typed', () => {
    const shown = shapeOf()
    const tooLarge = state({ inputSize: 2, padding: 0 })
    expect(derive(tooLarge).ok).toBe(false)
    const first = { ...tooLarge, ...ownKernel(tooLarge, shown, 3, [0, 1, 7]) }
    const both = { ...first, ...ownKernel(first, shown, 3, [2, 2, -5]), divisor: 4 }
    const weights = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => editedWeight(both, shown, 3, row, column)))
    expect(weights).toEqual([-1, 7, 1, -2, 0, 2, -1, 0, -5])
    expect(editedDivisor(both, shown)).toBe(4)
    expect(shapeOf({ ...both, inputSize: 8 }).kernel).toEqual({ weights, divisor: 4 })
  })
})

group('conv-stepper: a picture', () => {
  const picture = { mode: 'picture', step: 0 } as const
  it('has the photograph’s size, whatever the size of the numbers', () => {
    expect(shapeOf({ ...picture, inputSize: 1 })).toMatchObject({ size: 40, rows: { output: 19 } })
  })
  it('compares edge kernels with the chosen one', () => {
    const names = (preset: State['preset'], kernelSize = 3) =>
      planOf(state({ ...picture, preset, kernelSize }), shapeOf({ ...picture, preset, kernelSize })).kernels.map(
        ({ name }) => name,
      )
    expect(names('sobelX')).toEqual(['sobelX', 'sobelY', 'laplacian'])
    expect(names('gaussian')).toEqual(['gaussian', 'sobelX', 'sobelY'])
    expect(names('identity', 1)).toEqual(['identity'])
  })
  it('gives each pixel the sum that the bench works out', () => {
    for (const preset of presets) {
      const patch = { ...picture, preset, step: 121 } as const
      const shape = shapeOf(patch)
      const [map] = respond(photo.values, planOf(state(patch), shape))
      expect(map[121]).toBeCloseTo(shape.sum / shape.kernel.divisor, 2)
    }
  })
  it('a step from dark to bright answers 4 for each unit of difference; flat areas answer 0', () => {
    const step = { size: 6, values: Array.from({ length: 36 }, (_, index) => (index % 6 < 3 ? 10 : 60)) }
    const patch = { ...picture, stride: 1 }
    const derived = derive(state(patch), step)
    if (!derived.ok) throw new Error('must hold')
    const [x, y] = respond(step.values, planOf(state(patch), derived))
    expect([...x.slice(0, 4)]).toEqual([0, 200, 200, 0])
    expect(y.every((value) => value === 0)).toBe(true)
  })
  it('smoothing and sharpening give a picture again, edge kernels do not', () => {
    const kept = presets.filter((preset) => keepsBrightness(shapeOf({ preset }).kernel))
    expect(kept).toEqual(['identity', 'box', 'gaussian', 'sharpen'])
  })
  it('names the response that ReLU removes', () => {
    expect(said('zh', { ...picture, step: 121, relu: true })).toContain('和为 −187，过 ReLU 归零')
  })
})

group('conv-stepper: PyTorch', () => {
  const code = (patch: Partial<State>, own = false): string => torch(state(patch), shapeOf(patch), own, 'note')
  it('has the numbers, the shape and the current cell', () => {
    const text = code({ inputSize: 3, preset: 'box', stride: 1, step: 0 })
    expect(text).toContain('x = torch.tensor([[[[3., 1., 0.], [0., 2., 5.], [1., 4., 2.]]]])')
    expect(text).toContain('w = torch.tensor([[[[1., 1., 1.], [1., 1., 1.], [1., 1., 1.]]]]) / 9')
    expect(text).toContain('y = F.conv2d(x, w, stride=1, padding=0, dilation=1)')
    expect(text).toContain('y.shape  # torch.Size([1, 1, 1, 1])')
    expect(text).toContain('y[0, 0, 0, 0]  # 2.')
  })
  it('pads unequal sides before the call, in the order that F.pad has', () => {
    const text = code({ paddingMode: 'sides', paddingTop: 1, paddingBottom: 2, paddingRight: 3 })
    expect(text).toContain('x = F.pad(x, (0, 3, 1, 2))')
    expect(text).toContain('padding=0')
    expect(code({ paddingMode: 'sides', paddingTop: 1, paddingBottom: 1 })).toContain('padding=(1, 0)')
    expect(code({ paddingMode: 'tensorflow' })).toContain('x = F.pad(x, (0, 1, 0, 1))')
    expect(code({ paddingMode: 'same', stride: 1 })).toContain("padding='same'")
  })
  it('loads the photograph that the figure shows, and says nothing of the numbers of a picture it does not know', () => {
    expect(code({ mode: 'picture' })).toContain(
      'data.camera()).crop((90, 40, 350, 300)).resize((40, 40), Image.LANCZOS)',
    )
    expect(code({ mode: 'picture' })).toContain('y[0, 0, 6, 7]  # -187.')
    expect(code({ mode: 'picture', relu: true }, true)).not.toContain('y[0, 0')
  })
})
