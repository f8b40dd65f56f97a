import type { ReactNode } from 'react';
import { archInitial } from './architecture-explorer/state';
import { ArchView } from './architecture-explorer/view';
import { stepperInitial } from './backprop-stepper/state';
import { StepperView } from './backprop-stepper/view';
import { batchInitial } from './batchnorm-lab/state';
import { BatchView } from './batchnorm-lab/view';
import { boostInitial } from './boosting-steps/state';
import { BoostView } from './boosting-steps/view';
import { bagsInitial } from './bootstrap-bags/state';
import { BagsView } from './bootstrap-bags/view';
import { broadcastInitial } from './broadcasting-lab/state';
import { BroadcastView } from './broadcasting-lab/view';
import { capacityInitial } from './capacity-dial/state';
import { CapacityView } from './capacity-dial/view';
import { coinInitial } from './coin-likelihood/state';
import { CoinView } from './coin-likelihood/view';
import { convInitial } from './conv-stepper/state';
import { AT_REST, ConvView } from './conv-stepper/view';
import { boundaryInitial } from './decision-boundary/config';
import { firstPicture } from './decision-boundary/first-picture';
import { HeatPaths } from './decision-boundary/heat-paths';
import { UnitPaths } from './decision-boundary/unit-paths';
import { BoundaryView } from './decision-boundary/view';
import { detectionInitial } from './detection-board/state';
import { DetectionView } from './detection-board/view';
import { masksInitial } from './dropout-masks/state';
import { MasksView } from './dropout-masks/view';
import { factorInitial } from './factor-it/state';
import { FactorView } from './factor-it/view';
import { activationsOf } from './feature-maps/net';
import { imageOf, mapsInitial } from './feature-maps/state';
import { AT_REST as MAPS_AT_REST, MapsView } from './feature-maps/view';
import { paintInitial } from './gradient-paint/state';
import { PaintView } from './gradient-paint/view';
import { timelineInitial } from './ilsvrc-timeline/state';
import { TimelineView } from './ilsvrc-timeline/view';
import { unrollInitial } from './im2col-unroller/state';
import { UnrollView } from './im2col-unroller/view';
import { initInitial } from './init-lab/state';
import { InitView } from './init-lab/view';
import { kfoldInitial } from './kfold-board/state';
import { KFoldView } from './kfold-board/view';
import { klInitial } from './kl-lab/state';
import { KlView } from './kl-lab/view';
import { landscapeInitial } from './line-and-landscape/state';
import { LandscapeView } from './line-and-landscape/view';
import { gaussianInitial } from './movable-gaussian/state';
import { GaussianView } from './movable-gaussian/view';
import { setsInitial } from './nested-sets/state';
import { SetsView } from './nested-sets/view';
import { contourPaths } from './optimizer-race/contours';
import { raceInitial } from './optimizer-race/state';
import { surfaceOf } from './optimizer-race/surfaces';
import { RaceView } from './optimizer-race/view';
import { poseInitial } from './pose-tolerance/state';
import { PoseView } from './pose-tolerance/view';
import { fieldInitial } from './receptive-field-explorer/state';
import { FieldView } from './receptive-field-explorer/view';
import { labInitial } from './regularizer-lab/config';
import { firstPicture as labPicture } from './regularizer-lab/first-picture';
import { LabView } from './regularizer-lab/view';
import { secantInitial } from './secant-tangent/state';
import { SecantView } from './secant-tangent/view';
import { segmentationInitial } from './segmentation-painter/state';
import { AT_REST as SEGMENTATION_AT_REST, SegmentationView } from './segmentation-painter/view';
import { radarInitial } from './skill-radar/radar';
import { RadarView } from './skill-radar/view';
import { skipInitial } from './skip-lab/config';
import { createTrainer as createSkipTrainer } from './skip-lab/trainer';
import { SkipView } from './skip-lab/view';
import { softmaxInitial } from './softmax-lab/state';
import { SoftmaxView } from './softmax-lab/view';
import { zooInitial } from './stationary-zoo/state';
import { ZooView } from './stationary-zoo/view';
import { wheelInitial } from './task-wheel/state';
import { WheelView } from './task-wheel/view';
import type { FigureName, FigureTexts } from './texts';
import { underflowInitial } from './underflow-race/state';
import { UnderflowView } from './underflow-race/view';
import { upsampleInitial } from './upsampling-microscope/state';
import { UpsampleView } from './upsampling-microscope/view';

type FirstFrame<N extends FigureName> = (props: { texts: FigureTexts<N> }) => ReactNode;

/** What each figure shows before its code arrives: the very view of the live figure, drawn on the server. */
export const firstFrames: { [N in FigureName]: FirstFrame<N> } = {
  'backprop-stepper': ({ texts }) => <StepperView texts={texts} state={stepperInitial} hidden={null} />,
  'broadcasting-lab': ({ texts }) => <BroadcastView texts={texts} state={broadcastInitial} />,
  'decision-boundary': ({ texts }) => {
    const picture = firstPicture(boundaryInitial);
    const heat = <HeatPaths logits={picture.logits} cells={picture.cells} />;
    return (
      <BoundaryView
        texts={texts}
        config={boundaryInitial}
        picture={picture}
        heat={heat}
        tile={(map) => <UnitPaths map={map} />}
      />
    );
  },
  'init-lab': ({ texts }) => <InitView texts={texts} state={initInitial} />,
  'batchnorm-lab': ({ texts }) => <BatchView texts={texts} state={batchInitial} />,
  'dropout-masks': ({ texts }) => <MasksView texts={texts} state={masksInitial} />,
  'regularizer-lab': ({ texts }) => {
    const picture = labPicture(labInitial);
    const heat = <HeatPaths logits={picture.grid} cells={picture.cells} />;
    return <LabView texts={texts} config={labInitial} picture={picture} heat={heat} />;
  },
  'optimizer-race': ({ texts }) => {
    const contours = contourPaths(surfaceOf(raceInitial.surface, raceInitial.kappa));
    return <RaceView texts={texts} state={raceInitial} contours={contours} running={false} />;
  },
  'nested-sets': ({ texts }) => <SetsView texts={texts} placement={setsInitial} last={null} />,
  'skill-radar': ({ texts }) => <RadarView texts={texts} levels={radarInitial} />,
  'coin-likelihood': ({ texts }) => <CoinView texts={texts} state={coinInitial} />,
  'kl-lab': ({ texts }) => <KlView texts={texts} state={klInitial} />,
  'movable-gaussian': ({ texts }) => <GaussianView texts={texts} state={gaussianInitial} />,
  'underflow-race': ({ texts }) => <UnderflowView texts={texts} state={underflowInitial} />,
  'line-and-landscape': ({ texts }) => <LandscapeView texts={texts} state={landscapeInitial} running={false} />,
  'secant-tangent': ({ texts }) => <SecantView texts={texts} state={secantInitial} />,
  'stationary-zoo': ({ texts }) => <ZooView texts={texts} state={zooInitial} running={false} />,
  'boosting-steps': ({ texts }) => <BoostView texts={texts} state={boostInitial} />,
  'bootstrap-bags': ({ texts }) => <BagsView texts={texts} state={bagsInitial} />,
  'capacity-dial': ({ texts }) => <CapacityView texts={texts} state={capacityInitial} />,
  'kfold-board': ({ texts }) => <KFoldView texts={texts} state={kfoldInitial} />,
  'softmax-lab': ({ texts }) => <SoftmaxView texts={texts} state={softmaxInitial} />,
  'conv-stepper': ({ texts }) => <ConvView texts={texts} state={convInitial} parts={AT_REST} />,
  'receptive-field-explorer': ({ texts }) => <FieldView texts={texts} state={fieldInitial} running={false} said="" />,
  'im2col-unroller': ({ texts }) => <UnrollView texts={texts} state={unrollInitial} running={false} />,
  'gradient-paint': ({ texts }) => <PaintView texts={texts} state={paintInitial} />,
  'ilsvrc-timeline': ({ texts }) => <TimelineView texts={texts} state={timelineInitial} />,
  'architecture-explorer': ({ texts }) => <ArchView texts={texts} state={archInitial} code={null} />,
  'factor-it': ({ texts }) => <FactorView texts={texts} state={factorInitial} />,
  'feature-maps': ({ texts }) => (
    <MapsView
      texts={texts}
      state={mapsInitial}
      activations={activationsOf(imageOf(mapsInitial.source))}
      parts={MAPS_AT_REST}
    />
  ),
  'skip-lab': ({ texts }) => (
    <SkipView
      texts={texts}
      config={skipInitial}
      snapshot={createSkipTrainer(skipInitial).snapshot()}
      phase="untouched"
    />
  ),
  'task-wheel': ({ texts }) => <WheelView texts={texts} state={wheelInitial} />,
  'detection-board': ({ texts }) => <DetectionView texts={texts} state={detectionInitial} />,
  'segmentation-painter': ({ texts }) => (
    <SegmentationView texts={texts} prediction={segmentationInitial} parts={SEGMENTATION_AT_REST} />
  ),
  'upsampling-microscope': ({ texts }) => <UpsampleView texts={texts} state={upsampleInitial} />,
  'pose-tolerance': ({ texts }) => <PoseView texts={texts} state={poseInitial} />,
};
