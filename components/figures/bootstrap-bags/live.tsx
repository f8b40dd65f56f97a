'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { bagsInitial, bagsUrl } from './state';
import { BagsView } from './view';

/** The bootstrap bags with their controls on. */
export function BootstrapBags({ texts }: { texts: FigureTexts<'bootstrap-bags'> }) {
  const [state, setState] = useUrlState(bagsInitial, bagsUrl);
  return <BagsView texts={texts} state={state} onChange={setState} />;
}
