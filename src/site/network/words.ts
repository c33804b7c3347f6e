import { grouped } from '#ui/scale.ts'
import {
  central,
  confusions,
  macs,
  packedLength,
  parameters,
  percent,
  result,
  stages,
  trainedParameters,
} from './facts.ts'

const { settings } = result
const loss = 100 * (result.floatAccuracy - result.accuracy)
const steps = Math.floor(settings.images / settings.batchSize)

/** The page's words, with its numbers taken from the run and from conv-math. */
export interface NetworkWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly back: string
  readonly classes: readonly string[]
  readonly data: readonly [title: string, ...paragraphs: string[]]
  readonly structure: readonly [title: string, ...paragraphs: string[]]
  readonly layers: Readonly<Record<'conv' | 'maxPool' | 'globalAveragePool' | 'linear', string>>
  readonly layerColumns: readonly string[]
  readonly whole: string
  readonly total: string
  readonly after: readonly string[]
  readonly training: readonly [title: string, ...paragraphs: string[]]
  readonly settingRows: readonly (readonly [name: string, value: string])[]
  readonly curve: { readonly label: string; readonly train: string; readonly test: string; readonly epoch: string }
  readonly curveNote: string
  readonly accuracy: readonly [title: string, ...paragraphs: string[]]
  readonly confusion: { readonly caption: string; readonly corner: string }
  readonly confusionNote: string
  readonly patches: readonly [title: string, ...paragraphs: string[]]
  readonly again: readonly [title: string, ...paragraphs: string[]]
  readonly sources: string
}

const zhClasses = ['T恤', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴']
const enClasses = [
  'T-shirt',
  'trousers',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
]
const [first, second] = confusions
const { field } = stages[2]

const zh: NetworkWords = {
  title: '这个网络是怎么来的',
  description: '图2.2里的小网络：数据、许可、结构、参数量、训练曲线、准确率，以及重做一遍的命令。',
  lead: '图2.2里运行的是一个真训练出来的小网络。它用的每一次卷积、每一个梯度，都出自本站自己的conv-math；下面的数字取自那次训练的记录，不是抄来的。',
  back: '回到图2.2',
  classes: zhClasses,
  data: [
    '数据',
    'Fashion-MNIST由Zalando Research在2017年发布，MIT许可：60,000张训练图、10,000张测试图，28×28的灰度商品照，十类，每类一样多，亮的衣物在黑底上。像素除以255，不做别的处理。Debian的软件包dataset-fashion-mnist把四个文件装到/usr/share/datasets/fashion-mnist；本站的仓库里没有这个数据集，只留了页面用的24张测试图、图块，以及测试用的前500张测试图。',
  ],
  structure: [
    '结构',
    `四个卷积，中间两次池化，分成三级：浅层看5×5，中层看10×10，深层看${field}×${field}。深层第${central}行第${central}列的单元，感受野恰好是整张图，一个像素不多，一个像素不少；旁边的单元各有一部分落在填充里。`,
  ],
  layers: { conv: '卷积', maxPool: '最大池化', globalAveragePool: '全局平均池化', linear: '线性' },
  layerColumns: ['层', '输出', '感受野', '参数', '乘加（MACs）'],
  whole: '全图',
  total: '合计',
  after: [
    `每个卷积后面是ReLU。训练时卷积与ReLU之间还有批归一化，连同它的缩放和平移共${grouped(trainedParameters)}个参数；训练完就把它并进卷积的权重和偏置，剩${grouped(parameters.total)}个。一张图要${grouped(macs.total)}次乘加。`,
  ],
  training: [
    '训练',
    `带Nesterov动量的随机梯度下降，用TypeScript写成，前向和梯度是conv-math的conv2d、conv2dInputGradient、conv2dWeightGradient，批归一化、池化的梯度和优化器在src/feature-net/training里。每批${settings.batchSize}张分成${settings.shards}份，两个线程各算一份，批归一化只看自己那一份；两份梯度按固定的次序相加，所以线程谁先算完都不影响结果：同一条命令，同样的权重。`,
  ],
  settingRows: [
    ['轮数', `${settings.epochs}轮，每轮${steps}步`],
    ['学习率', `第一轮从0升到${settings.learningRate}，之后按余弦降到0`],
    ['动量、权重衰减', `${settings.momentum}、${settings.weightDecay}（只对权重）`],
    ['增强', '上下左右各挪至多一个像素，一半的机会左右翻转'],
    ['初值', '均值0、方差2/输入数的正态分布，种子固定'],
    ['用时', `两个核，约${result.minutes}分钟`],
  ],
  curve: { label: '每一轮之后的训练准确率和测试准确率', train: '训练', test: '测试', epoch: '轮' },
  curveNote:
    '训练准确率是一轮之内的平均，权重一直在变，图也挪过、翻过，所以早先比测试低也不奇怪。测试准确率每轮都算，但只用来画图：交出来的是最后一轮的权重，没有挑过。',
  accuracy: [
    '准确率',
    `训练得到的32位权重，在10,000张测试图上对了${percent(result.floatAccuracy)}。页面用的是8位整数权重，每个输出通道一个步长，偏置仍是32位，文件共${grouped(packedLength)}字节，准确率${percent(result.accuracy)}，${loss >= 0 ? `损失${loss.toFixed(2)}个百分点` : `没有损失，还多了${(-loss).toFixed(2)}个百分点`}。下表是页面所用权重的混淆矩阵。`,
  ],
  confusion: { caption: '混淆矩阵：每行一个真实类别，每列一个判定类别，10,000张测试图', corner: '真实 \\ 判为' },
  confusionNote: `最难的是上衣：${zhClasses[first.truth]}有${first.count}张判成${zhClasses[first.given]}，${zhClasses[second.truth]}有${second.count}张判成${zhClasses[second.given]}。28×28的灰度图上，人也常常分不清。`,
  patches: [
    '图块、边和对照',
    '九张图块是在全部10,000张测试图上找的：每张图取这个通道最强的一格，按强弱排队取前九张，各切到那一格的感受野。没训练过的对照组，就是训练开始前的那组权重。',
    '“有方向的边”按一条事先定好的规则数：把核的能量（权重的平方和）里均匀的那部分除外，均匀部分要不到一半；再看明暗变化的方向是否一致，结构张量的一致度要过半。对照组按同一规则数。',
  ],
  again: [
    '自己算一遍',
    '训练中断了，再运行同一条命令就从上一轮接着算。第二条命令用页面的权重重算10,000张测试图的准确率：',
  ],
  sources: '出处',
}

const en: NetworkWords = {
  title: 'How this network was made',
  description:
    'The small network of figure 2.2: its data, licence, architecture, parameters, training curve, accuracy, and the command that makes it again.',
  lead: 'Figure 2.2 runs a small network that was really trained. Every convolution and every gradient of it is conv-math’s, this site’s own; the numbers below come from the log of that run.',
  back: 'Back to figure 2.2',
  classes: enClasses,
  data: [
    'Data',
    'Fashion-MNIST was published by Zalando Research in 2017 under the MIT licence: 60,000 training and 10,000 test images, grey product photographs of 28×28 in ten classes of equal size, bright on black. Pixels are divided by 255, and that is all. Debian’s package dataset-fashion-mnist puts the four files into /usr/share/datasets/fashion-mnist. The data set is not in this site’s repository; it holds only the 24 test images and the patches that the page shows, and the first 500 test images for a test.',
  ],
  structure: [
    'Architecture',
    `Four convolutions with two pools between make three stages: the shallow one sees 5×5, the middle one 10×10, the deep one ${field}×${field}. The receptive field of the deep unit at row ${central}, column ${central} is the image exactly, not a pixel more or less; its neighbours see some padding too.`,
  ],
  layers: { conv: 'convolution', maxPool: 'max pool', globalAveragePool: 'global average pool', linear: 'linear' },
  layerColumns: ['layer', 'output', 'field', 'parameters', 'MACs'],
  whole: 'the image',
  total: 'total',
  after: [
    `Each convolution is followed by ReLU. In training, batch norm stands between the two, which with its scales and shifts makes ${grouped(trainedParameters)} parameters; afterwards it is folded into the convolutions’ weights and biases, which leaves ${grouped(parameters.total)}. One image takes ${grouped(macs.total)} multiply-accumulates.`,
  ],
  training: [
    'Training',
    `Stochastic gradient descent with Nesterov’s momentum, written in TypeScript. Forward pass and gradients are conv-math’s conv2d, conv2dInputGradient and conv2dWeightGradient; batch norm, the gradient of pooling and the optimiser are in src/feature-net/training. Each batch of ${settings.batchSize} is cut into ${settings.shards} parts, one for each of two threads, and batch norm looks at one part at a time; the gradients are added in a fixed order, whichever thread is done first. So the same command gives the same weights.`,
  ],
  settingRows: [
    ['epochs', `${settings.epochs}, of ${steps} steps each`],
    ['learning rate', `from 0 up to ${settings.learningRate} in the first epoch, then down to 0 along a cosine`],
    ['momentum, weight decay', `${settings.momentum}, ${settings.weightDecay} (on weights only)`],
    ['augmentation', 'moved by at most one pixel on either axis; mirrored every other time, by chance'],
    ['start', 'a normal distribution of mean 0 and variance 2 / inputs, from a fixed seed'],
    ['time', `about ${result.minutes} minutes on two cores`],
  ],
  curve: { label: 'Training and test accuracy after each epoch', train: 'training', test: 'test', epoch: 'epoch' },
  curveNote:
    'Training accuracy is the mean over an epoch, while the weights change and the images are moved and mirrored; no wonder that it starts below the test’s. Test accuracy is computed after every epoch for this curve alone: the weights are those of the last epoch, nothing was chosen by it.',
  accuracy: [
    'Accuracy',
    `The trained 32-bit weights get ${percent(result.floatAccuracy)} of the 10,000 test images right. The page uses weights of eight bits, with one step per output channel and 32-bit biases, a file of ${grouped(packedLength)} bytes; these get ${percent(result.accuracy)}, ${loss >= 0 ? `a loss of ${loss.toFixed(2)} percentage points` : `a gain, as it happens, of ${(-loss).toFixed(2)} percentage points`}. The table is the confusion matrix of the page’s weights.`,
  ],
  confusion: {
    caption: 'Confusion matrix: a row for each true class, a column for each class given, 10,000 test images',
    corner: 'true \\ given',
  },
  confusionNote: `Tops are the hardest: of the ${enClasses[first.truth]} class ${first.count} were taken for ${enClasses[first.given]}, of ${enClasses[second.truth]} ${second.count} for ${enClasses[second.given]}. In grey at 28×28, people mistake them too.`,
  patches: [
    'Patches, edges and the comparison',
    'The nine patches were sought among all 10,000 test images: of each image the strongest cell of the channel, of these the nine strongest, each cut to that cell’s receptive field. The untrained network for comparison has the weights that training started from.',
    'Oriented edges are counted by a rule fixed beforehand: of a kernel’s energy, the sum of its squared weights, less than half may be uniform; and the changes of brightness must agree about a direction, with a coherence of the structure tensor above one half. The untrained kernels are counted by the same rule.',
  ],
  again: [
    'Do it again',
    'An interrupted run goes on from its last epoch when the command is given again. The second command recomputes the accuracy of the page’s weights on the 10,000 test images:',
  ],
  sources: 'Sources',
}

export const networkWords = { zh, en } as const
