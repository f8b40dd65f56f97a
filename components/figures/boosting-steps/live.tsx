'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { boostInitial, boostUrl } from './state';
import { BoostView } from './view';

/** The boosting steps with their controls on. */
export function BoostingSteps({ texts }: { texts: FigureTexts<'boosting-steps'> }) {
  const [state, setState] = useUrlState(boostInitial, boostUrl);
  return <BoostView texts={texts} state={state} onChange={setState} />;
}
