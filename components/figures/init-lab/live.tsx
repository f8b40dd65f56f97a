'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { initInitial, initUrl } from './state';
import { InitView } from './view';

/** The init lab with its controls on. */
export function InitLab({ texts }: { texts: FigureTexts<'init-lab'> }) {
  const [state, setState] = useUrlState(initInitial, initUrl);
  return <InitView texts={texts} state={state} onChange={setState} />;
}
