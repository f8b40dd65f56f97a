'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { kfoldInitial, kfoldUrl } from './state';
import { KFoldView } from './view';

/** The k-fold board with its controls on. */
export function KFoldBoard({ texts }: { texts: FigureTexts<'kfold-board'> }) {
  const [state, setState] = useUrlState(kfoldInitial, kfoldUrl);
  return <KFoldView texts={texts} state={state} onChange={setState} />;
}
