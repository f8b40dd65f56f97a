'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { factorInitial, factorUrl } from './state';
import { FactorView } from './view';

/** The budget game with its controls on. */
export function FactorIt({ texts }: { texts: FigureTexts<'factor-it'> }) {
  const [state, setState] = useUrlState(factorInitial, factorUrl);
  return <FactorView texts={texts} state={state} onChange={setState} />;
}
