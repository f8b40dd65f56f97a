import type { ReactNode } from 'react';
import type { FigureName, FigureTexts } from './loaders';
import { softmaxInitial } from './softmax-lab/state';
import { SoftmaxView } from './softmax-lab/view';

/** What each figure shows before its code arrives: the very view of the live figure, drawn on the server. */
export const firstFrames: Record<FigureName, (props: { texts: FigureTexts }) => ReactNode> = {
  'softmax-lab': ({ texts }) => <SoftmaxView texts={texts} state={softmaxInitial} />,
};
