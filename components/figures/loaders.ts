import type { ComponentType } from 'react';
import type { FigureName, FigureTexts } from './texts';

type LiveFigure<N extends FigureName> = ComponentType<{ texts: FigureTexts<N> }>;

const loaders: { [N in FigureName]: () => Promise<LiveFigure<N>> } = {
  'backprop-stepper': async () => (await import('./backprop-stepper/live')).BackpropStepper,
  'broadcasting-lab': async () => (await import('./broadcasting-lab/live')).BroadcastingLab,
  'decision-boundary': async () => (await import('./decision-boundary/live')).DecisionBoundary,
  'init-lab': async () => (await import('./init-lab/live')).InitLab,
  'batchnorm-lab': async () => (await import('./batchnorm-lab/live')).BatchnormLab,
  'dropout-masks': async () => (await import('./dropout-masks/live')).DropoutMasks,
  'regularizer-lab': async () => (await import('./regularizer-lab/live')).RegularizerLab,
  'optimizer-race': async () => (await import('./optimizer-race/live')).OptimizerRace,
  'nested-sets': async () => (await import('./nested-sets/live')).NestedSets,
  'skill-radar': async () => (await import('./skill-radar/live')).SkillRadar,
  'coin-likelihood': async () => (await import('./coin-likelihood/live')).CoinLikelihood,
  'kl-lab': async () => (await import('./kl-lab/live')).KlLab,
  'movable-gaussian': async () => (await import('./movable-gaussian/live')).MovableGaussian,
  'underflow-race': async () => (await import('./underflow-race/live')).UnderflowRace,
  'line-and-landscape': async () => (await import('./line-and-landscape/live')).LineAndLandscape,
  'secant-tangent': async () => (await import('./secant-tangent/live')).SecantTangent,
  'stationary-zoo': async () => (await import('./stationary-zoo/live')).StationaryZoo,
  'boosting-steps': async () => (await import('./boosting-steps/live')).BoostingSteps,
  'bootstrap-bags': async () => (await import('./bootstrap-bags/live')).BootstrapBags,
  'capacity-dial': async () => (await import('./capacity-dial/live')).CapacityDial,
  'kfold-board': async () => (await import('./kfold-board/live')).KFoldBoard,
  'softmax-lab': async () => (await import('./softmax-lab/live')).SoftmaxLab,
  'conv-stepper': async () => (await import('./conv-stepper/live')).ConvStepper,
  'receptive-field-explorer': async () => (await import('./receptive-field-explorer/live')).ReceptiveFieldExplorer,
  'im2col-unroller': async () => (await import('./im2col-unroller/live')).Im2colUnroller,
  'gradient-paint': async () => (await import('./gradient-paint/live')).GradientPaint,
  'ilsvrc-timeline': async () => (await import('./ilsvrc-timeline/live')).IlsvrcTimeline,
  'architecture-explorer': async () => (await import('./architecture-explorer/live')).ArchitectureExplorer,
  'factor-it': async () => (await import('./factor-it/live')).FactorIt,
  'feature-maps': async () => (await import('./feature-maps/live')).FeatureMaps,
  'skip-lab': async () => (await import('./skip-lab/live')).SkipLab,
  'task-wheel': async () => (await import('./task-wheel/live')).TaskWheel,
  'detection-board': async () => (await import('./detection-board/live')).DetectionBoard,
  'segmentation-painter': async () => (await import('./segmentation-painter/live')).SegmentationPainter,
  'upsampling-microscope': async () => (await import('./upsampling-microscope/live')).UpsamplingMicroscope,
  'pose-tolerance': async () => (await import('./pose-tolerance/live')).PoseTolerance,
};

/** Fetches the code of a figure; each is a chunk of its own. */
export function loadFigure<N extends FigureName>(name: N): Promise<LiveFigure<N>> {
  return loaders[name]();
}
