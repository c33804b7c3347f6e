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
