import type { ReactNode } from 'react';
import { stepperInitial } from './backprop-stepper/state';
import { StepperView } from './backprop-stepper/view';
import { boundaryInitial } from './decision-boundary/config';
import { firstPicture } from './decision-boundary/first-picture';
import { BoundaryView, HeatPaths } from './decision-boundary/view';
import { initInitial } from './init-lab/state';
import { InitView } from './init-lab/view';
import { softmaxInitial } from './softmax-lab/state';
import { SoftmaxView } from './softmax-lab/view';
import type { FigureName, FigureTexts } from './texts';

type FirstFrame<N extends FigureName> = (props: { texts: FigureTexts<N> }) => ReactNode;

/** What each figure shows before its code arrives: the very view of the live figure, drawn on the server. */
export const firstFrames: { [N in FigureName]: FirstFrame<N> } = {
  'backprop-stepper': ({ texts }) => <StepperView texts={texts} state={stepperInitial} hidden={null} />,
  'decision-boundary': ({ texts }) => {
    const picture = firstPicture(boundaryInitial);
    const heat = <HeatPaths logits={picture.logits} cells={picture.cells} />;
    return <BoundaryView texts={texts} config={boundaryInitial} picture={picture} heat={heat} />;
  },
  'init-lab': ({ texts }) => <InitView texts={texts} state={initInitial} />,
  'softmax-lab': ({ texts }) => <SoftmaxView texts={texts} state={softmaxInitial} />,
};
