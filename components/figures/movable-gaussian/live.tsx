'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { gaussianInitial, gaussianUrl } from './state';
import { GaussianView } from './view';

/** The movable Gaussian with its handles and controls on. */
export function MovableGaussian({ texts }: { texts: FigureTexts<'movable-gaussian'> }) {
  const [state, setState] = useUrlState(gaussianInitial, gaussianUrl);
  return <GaussianView texts={texts} state={state} onChange={setState} />;
}
