import type { ComponentType } from 'react';
import type { FigureName, FigureTexts } from './texts';

type LiveFigure<N extends FigureName> = ComponentType<{ texts: FigureTexts<N> }>;

const loaders: { [N in FigureName]: () => Promise<LiveFigure<N>> } = {
  'backprop-stepper': async () => (await import('./backprop-stepper/live')).BackpropStepper,
  'decision-boundary': async () => (await import('./decision-boundary/live')).DecisionBoundary,
  'init-lab': async () => (await import('./init-lab/live')).InitLab,
  'softmax-lab': async () => (await import('./softmax-lab/live')).SoftmaxLab,
};

/** Fetches the code of a figure; each is a chunk of its own. */
export function loadFigure<N extends FigureName>(name: N): Promise<LiveFigure<N>> {
  return loaders[name]();
}
