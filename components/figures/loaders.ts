import type { ComponentType } from 'react';
import type { FigureName, FigureTexts } from './texts';

type LiveFigure<N extends FigureName> = ComponentType<{ texts: FigureTexts<N> }>;

const loaders: { [N in FigureName]: () => Promise<LiveFigure<N>> } = {
  'decision-boundary': async () => (await import('./decision-boundary/live')).DecisionBoundary,
  'softmax-lab': async () => (await import('./softmax-lab/live')).SoftmaxLab,
};

/** Fetches the code of a figure; each is a chunk of its own. */
export function loadFigure<N extends FigureName>(name: N): Promise<LiveFigure<N>> {
  return loaders[name]();
}
