'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { paintInitial, paintUrl } from './state';
import { PaintView } from './view';

/** The gradient paint with its controls on. */
export function GradientPaint({ texts }: { texts: FigureTexts<'gradient-paint'> }) {
  const [state, setState] = useUrlState(paintInitial, paintUrl);
  return <PaintView texts={texts} state={state} onChange={setState} />;
}
