'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { softmaxInitial, softmaxUrl } from './state';
import { SoftmaxView } from './view';

/** The softmax lab with its controls on. */
export function SoftmaxLab({ texts }: { texts: FigureTexts<'softmax-lab'> }) {
  const [state, setState] = useUrlState(softmaxInitial, softmaxUrl);
  return <SoftmaxView texts={texts} state={state} onChange={setState} />;
}
