import type { Problem } from 'conv-math'
import type { Lang } from './use-figure.ts'

type Wording = { readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string }

const zh: Wording = {
  notInteger: (p) => `${p.name} 要是不小于 ${p.min} 的整数，现在是 ${p.got}。`,
  outOfRange: (p) => `${p.name} 要不小于 ${p.min}${p.max === undefined ? '' : `，不大于 ${p.max}`}，现在是 ${p.got}。`,
  notOptions: (p) => `参数要是一个对象，现在是 ${p.got}。`,
  notPadding: (p) => `填充要是不小于 0 的整数或一对整数，现在是 ${p.got}。`,
  notBoolean: (p) => `${p.name} 要是真或假，现在是 ${p.got}。`,
  kernelExceedsInput: (p) =>
    p.dilation === 1
      ? `核 ${p.kernelSize} 大于补零后的输入 ${p.paddedSize}，一个窗口也放不下。`
      : `核 ${p.kernelSize}、空洞率 ${p.dilation} 时跨 ${p.dilation} × (${p.kernelSize} − 1) + 1 = ${p.effectiveKernelSize} 格，大于补零后的输入 ${p.paddedSize}，一个窗口也放不下。`,
  poolPaddingTooLarge: (p) => `池化的填充至多是 ⌊${p.kernelSize} / 2⌋ = ${p.max}，现在是 ${p.padding}。`,
  outputPaddingTooLarge: (p) =>
    `output_padding 要小于步幅与空洞率中较大的一个 max(${p.stride}, ${p.dilation}) = ${Math.max(p.stride, p.dilation)}，现在是 ${p.outputPadding}。`,
  outputEmpty: (p) => `填充 ${p.padding[0]} 把输出裁没了：算出来是 ${p.outputSize} 格，至少要 1 格。`,
  groupsNotDividing: (p) => `组数要整除通道数：${p.name} 是 ${p.channels}，${p.channels} ÷ ${p.groups} 除不尽。`,
}
const en: Wording = {
  notInteger: (p) => `${p.name} must be an integer of at least ${p.min}; it is ${p.got}.`,
  outOfRange: (p) =>
    `${p.name} must be at least ${p.min}${p.max === undefined ? '' : ` and at most ${p.max}`}; it is ${p.got}.`,
  notOptions: (p) => `The options must be an object; they are ${p.got}.`,
  notPadding: (p) => `Padding must be an integer of at least 0 or a pair of them; it is ${p.got}.`,
  notBoolean: (p) => `${p.name} must be true or false; it is ${p.got}.`,
  kernelExceedsInput: (p) =>
    p.dilation === 1
      ? `A kernel of ${p.kernelSize} is larger than the padded input of ${p.paddedSize}: not one window fits.`
      : `A kernel of ${p.kernelSize} with dilation ${p.dilation} spans ${p.dilation} × (${p.kernelSize} − 1) + 1 = ${p.effectiveKernelSize} cells, more than the padded input of ${p.paddedSize}: not one window fits.`,
  poolPaddingTooLarge: (p) => `The padding of a pool is at most ⌊${p.kernelSize} / 2⌋ = ${p.max}; it is ${p.padding}.`,
  outputPaddingTooLarge: (p) =>
    `output_padding must be less than the larger of stride and dilation, max(${p.stride}, ${p.dilation}) = ${Math.max(p.stride, p.dilation)}; it is ${p.outputPadding}.`,
  outputEmpty: (p) =>
    `A padding of ${p.padding[0]} crops the output away: ${p.outputSize} cells would be left, and at least 1 is needed.`,
  groupsNotDividing: (p) =>
    `The number of groups must divide the channels: ${p.name} is ${p.channels}, and ${p.channels} ÷ ${p.groups} leaves a remainder.`,
}

/** The sentence for a problem of conv-math, naming the rule and the reader's values. */
export function problemWords(lang: Lang, problem: Problem): string {
  const wording = (lang === 'zh' ? zh : en)[problem.code] as (problem: Problem) => string
  return wording(problem)
}
