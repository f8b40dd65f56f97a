'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { klInitial, klUrl } from './state';
import { KlView } from './view';

/** The KL lab with its controls on. */
export function KlLab({ texts }: { texts: FigureTexts<'kl-lab'> }) {
  const [state, setState] = useUrlState(klInitial, klUrl);
  return <KlView texts={texts} state={state} onChange={setState} />;
}
