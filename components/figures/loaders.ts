import type { ComponentType } from 'react';

/** A figure's texts in the reader's language: `figures.NAME` of messages/. */
export type FigureTexts = Record<string, string>;

type LiveFigure = ComponentType<{ texts: FigureTexts }>;

const loaders = {
  'softmax-lab': async () => (await import('./softmax-lab/live')).SoftmaxLab,
} satisfies Record<string, () => Promise<LiveFigure>>;

export type FigureName = keyof typeof loaders;

/** Fetches the code of a figure; each is a chunk of its own. */
export function loadFigure(name: FigureName): Promise<LiveFigure> {
  return loaders[name]();
}
