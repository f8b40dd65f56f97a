'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { broadcastInitial, broadcastUrl } from './state';
import { BroadcastView } from './view';

/** The broadcasting lab with its controls on. */
export function BroadcastingLab({ texts }: { texts: FigureTexts<'broadcasting-lab'> }) {
  const [state, setState] = useUrlState(broadcastInitial, broadcastUrl);
  return <BroadcastView texts={texts} state={state} onChange={setState} />;
}
