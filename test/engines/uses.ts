/** One use of one figure on its embed page, and what must come of it: the same in every engine. */
export interface Use {
  readonly widget: string
  /** Path and query before the use; the Chinese page in its initial state when left out. */
  readonly from?: string
  /** The beginning of a control's name. */
  readonly control: string
  /** A key for the focused control, or a click on it. */
  readonly by: string
  /** Stands in the address afterwards. */
  readonly writes: string
  /** Stands in the description afterwards, and did not before. */
  readonly says: string
}

export const uses: readonly Use[] = [
  { widget: 'anchor-alignment', control: '哪个锚框', by: 'ArrowLeft', writes: 'anchor=6', says: '锚框 736×384' },
  { widget: 'bottleneck', control: '核', by: 'ArrowRight', writes: 'kernelSize=6', says: '221,184' },
  { widget: 'checkerboard', control: '步幅', by: 'ArrowRight', writes: 'stride=3', says: '输出 18×18' },
  { widget: 'conv-stepper', control: '步幅', by: 'ArrowRight', writes: 'stride=3', says: '输出 2×2' },
  { widget: 'conv-stepper', control: '照片', by: 'click', writes: 'mode=picture', says: '和为 −187' },
  { widget: 'conv3d', control: '输出通道', by: 'ArrowLeft', writes: 'outChannels=63', says: '5,103' },
  { widget: 'deformable-conv', control: '横向偏移', by: 'ArrowRight', writes: 'preset=custom', says: '移 (−0.25, 1)' },
  { widget: 'dilated-stack', control: '第 3 层空洞率', by: 'ArrowLeft', writes: 'rates=1~2~3', says: '感受野 13×13' },
  { widget: 'downsampling', control: '填充', by: 'ArrowLeft', writes: 'padding=0', says: '60×60 → 29×29' },
  { widget: 'feature-depth', control: '测试图', by: 'ArrowRight', writes: 'image=10', says: '测试图 10' },
  { widget: 'feature-depth', control: '深层', by: 'click', writes: 'stage=deep', says: '值 8.63' },
  { widget: 'grouped-conv', control: '组数', by: 'ArrowRight', writes: 'groups=3', says: '8 ÷ 3 除不尽' },
  { widget: 'inception-block', control: '降维', by: 'Space', writes: 'reduction=no', says: '303,464,448' },
  { widget: 'kernel-stack', control: '层数', by: 'ArrowRight', writes: 'layers=3', says: '感受野是 7×7' },
  { widget: 'layer-cost', control: '步幅', by: 'ArrowRight', writes: 'stride=2', says: '输出 28×28' },
  { widget: 'local-connectivity', control: '计偏置', by: 'Space', writes: 'bias=yes', says: '卷积 1,792 个' },
  { widget: 'pointwise-mix', control: '激活', by: 'click', writes: 'activation=yes', says: '2 个负值被截成 0' },
  { widget: 'receptive-field', control: '核', by: 'ArrowRight', writes: 'preset=custom', says: '感受野 11×11' },
  { widget: 'transposed-conv', control: '步幅', by: 'ArrowRight', writes: 'stride=3', says: '输出 6×6' },
  { widget: 'weight-sharing', control: '步幅', by: 'ArrowRight', writes: 'stride=2', says: '最多差 473' },
  { from: 'en/', widget: 'transposed-conv', control: 'y row', by: 'ArrowRight', writes: 'step=13', says: 'column 3' },
  {
    from: 'en/',
    widget: 'kernel-stack',
    control: 'Step forward',
    by: 'click',
    writes: 'step=1',
    says: 'row 0, column 1',
  },
  { from: 'en/', widget: 'receptive-field', control: 'VGG-16', by: 'click', writes: 'preset=vgg16', says: '212×212' },
  {
    from: 'en/?pointwise-mix.activation=yes',
    widget: 'pointwise-mix',
    control: 'row 11',
    by: 'ArrowDown',
    writes: 'row=12',
    says: 'row 12',
  },
]
