import { type Words, worded } from './words.ts'

export const words: Words = {
  lang: 'zh',
  back: '后退一步',
  play: '播放',
  pause: '暂停',
  forward: '前进一步',
  step: (at, of) => `第 ${at} / ${of} 步`,
  scrub: (of) => `步，共 ${of} 步`,
  parameters: '参数',
  invalid: '不成立',
  copyLink: '复制链接',
  copied: '已复制',
  copyFailed: '复制不了，请手动选取',
  copyCode: '复制代码',
  codeFailed: '代码没能载入，刷新页面可以再试。',
  reset: '重置',
  embed: '嵌入',
  code: '代码',
  legend: '图例',
  failed: '这张图出了错，停在最初的样子。刷新页面可以再试。',
  roles: {
    input: '输入',
    kernel: '核',
    output: '输出',
    partial: '部分结果',
    pad: '四周补的零',
    gap: '中间插的零',
    weight: '右下小字：权重',
    now: '当前',
    second: '另一个窗口',
    drop: '没有窗口读到',
    field: '感受野',
    heat: '有效感受野，由弱到强',
    spread: '有效感受野，正负 2σ',
    other: '其余',
    signed: '负（小格）到正（满格）',
    ink: '由弱到强',
  },
}

/** The sentence for a problem of conv-math, naming the rule and the reader’s values. */
export const problemWords = worded({
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
})
