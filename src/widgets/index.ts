import AnchorAlignment from './anchor-alignment/AnchorAlignment.astro'
import Bottleneck from './bottleneck/Bottleneck.astro'
import Checkerboard from './checkerboard/Checkerboard.astro'
import ConvStepper from './conv-stepper/ConvStepper.astro'
import Conv3d from './conv3d/Conv3d.astro'
import DeformableConv from './deformable-conv/DeformableConv.astro'
import DilatedStack from './dilated-stack/DilatedStack.astro'
import Downsampling from './downsampling/Downsampling.astro'
import FeatureDepth from './feature-depth/FeatureDepth.astro'
import GroupedConv from './grouped-conv/GroupedConv.astro'
import InceptionBlock from './inception-block/InceptionBlock.astro'
import KernelStack from './kernel-stack/KernelStack.astro'
import LayerCost from './layer-cost/LayerCost.astro'
import LocalConnectivity from './local-connectivity/LocalConnectivity.astro'
import PointwiseMix from './pointwise-mix/PointwiseMix.astro'
import ReceptiveField from './receptive-field/ReceptiveField.astro'
import TransposedConv from './transposed-conv/TransposedConv.astro'
import WeightSharing from './weight-sharing/WeightSharing.astro'

/** The figures that an answer may use, by the names that MDX knows. */
export const registry = {
  ConvStepper,
  LocalConnectivity,
  WeightSharing,
  Downsampling,
  FeatureDepth,
  KernelStack,
  ReceptiveField,
  AnchorAlignment,
  InceptionBlock,
  PointwiseMix,
  Bottleneck,
  TransposedConv,
  Checkerboard,
  DilatedStack,
  GroupedConv,
  DeformableConv,
  Conv3d,
  LayerCost,
}

/**
 * How tall each is, in px, on a page 360 px and 1280 px wide, on average: the room that is kept for an answer until a reader
 * comes near and the browser lays it out.
 */
export const heights: Readonly<Record<keyof typeof registry, readonly [narrow: number, wide: number]>> = {
  ConvStepper: [2470, 1440],
  LocalConnectivity: [2400, 1280],
  WeightSharing: [2160, 1640],
  Downsampling: [1870, 1180],
  FeatureDepth: [3450, 1740],
  KernelStack: [2920, 1750],
  ReceptiveField: [2100, 1570],
  AnchorAlignment: [2470, 1550],
  InceptionBlock: [3260, 1870],
  PointwiseMix: [3040, 1500],
  Bottleneck: [2120, 1350],
  TransposedConv: [2560, 1340],
  Checkerboard: [2360, 1690],
  DilatedStack: [1950, 1510],
  GroupedConv: [2050, 1360],
  DeformableConv: [3080, 2000],
  Conv3d: [2470, 1560],
  LayerCost: [2910, 1810],
}
