import { checkConvAxis, checkPoolAxis, checkTransposedConvAxis } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { brokenAxisRules } from './broken-axis-rules.ts'
import { brokenPlaneRules } from './broken-plane-rules.ts'

const broken = [...brokenAxisRules, ...brokenPlaneRules]

describe('a broken rule throws RangeError that names function, parameter, rule and value', () => {
  test.each(broken.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    let thrown: unknown
    try {
      call()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(RangeError)
    expect((thrown as RangeError).message).toBe(message)
    expect(message).toMatch(/^\w+: .+ must .+, got .+$/)
  })
})

describe('problems as data', () => {
  test.each([
    ['notInteger', checkConvAxis(7, { kernelSize: 1.5 }), { name: 'kernelSize', min: 1, got: 1.5 }],
    ['outOfRange', checkConvAxis(7, { kernelSize: 3, padding: -1 }), { name: 'padding', min: 0, got: -1 }],
    [
      'kernelExceedsInput',
      checkConvAxis(4, { kernelSize: 3, dilation: 3, padding: 1 }),
      { inputSize: 4, kernelSize: 3, dilation: 3, effectiveKernelSize: 7, paddedSize: 6 },
    ],
    ['poolPaddingTooLarge', checkPoolAxis(7, { kernelSize: 3, padding: 2 }), { padding: 2, kernelSize: 3, max: 1 }],
    [
      'outputPaddingTooLarge',
      checkTransposedConvAxis(7, { kernelSize: 3, stride: 2, outputPadding: 2 }),
      { outputPadding: 2, stride: 2, dilation: 1 },
    ],
    [
      'outputEmpty',
      checkTransposedConvAxis(1, { kernelSize: 2, padding: [1, 2] }),
      {
        inputSize: 1,
        kernelSize: 2,
        stride: 1,
        padding: [1, 2],
        dilation: 1,
        outputPadding: 0,
        outputSize: -1,
      },
    ],
  ] as const)('%s carries the numbers a sentence needs', (code, problem, numbers) => {
    expect(problem).toEqual({ code, ...numbers })
  })

  test('there is none for a sound configuration', () => {
    expect(checkConvAxis(7, { kernelSize: 3 })).toBeNull()
    expect(checkTransposedConvAxis(7, { kernelSize: 3 })).toBeNull()
    expect(checkPoolAxis(7, { kernelSize: 3 })).toBeNull()
  })
})
