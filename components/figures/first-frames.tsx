import type { ReactNode } from 'react';
import { softmaxInitial } from './softmax-lab/state';
import { SoftmaxView } from './softmax-lab/view';
import type { FigureName, FigureTexts } from './texts';

type FirstFrame<N extends FigureName> = (props: { texts: FigureTexts<N> }) => ReactNode;

/** What each figure shows before its code arrives: the very view of the live figure, drawn on the server. */
export const firstFrames: { [N in FigureName]: FirstFrame<N> } = {
  'softmax-lab': ({ texts }) => <SoftmaxView texts={texts} state={softmaxInitial} />,
};
