import Bottleneck from './bottleneck/Bottleneck.astro'
import Pending from './Pending.astro'
import PointwiseMix from './pointwise-mix/PointwiseMix.astro'
import TransposedConv from './transposed-conv/TransposedConv.astro'

/** The figures that an answer may use, by the names that MDX knows. */
export const registry = {
  ConvStepper: Pending,
  LocalConnectivity: Pending,
  WeightSharing: Pending,
  Downsampling: Pending,
  FeatureDepth: Pending,
  KernelStack: Pending,
  ReceptiveField: Pending,
  AnchorAlignment: Pending,
  InceptionBlock: Pending,
  PointwiseMix,
  Bottleneck,
  TransposedConv,
  Checkerboard: Pending,
  DilatedStack: Pending,
  GroupedConv: Pending,
  DeformableConv: Pending,
  Conv3d: Pending,
  LayerCost: Pending,
}
