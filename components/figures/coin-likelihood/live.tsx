'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { coinInitial, coinUrl } from './state';
import { CoinView } from './view';

/** The coin table with its controls on. */
export function CoinLikelihood({ texts }: { texts: FigureTexts<'coin-likelihood'> }) {
  const [state, setState] = useUrlState(coinInitial, coinUrl);
  return <CoinView texts={texts} state={state} onChange={setState} />;
}
