'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { masksInitial, masksUrl } from './state';
import { MasksView } from './view';

/** Dropout masks with their controls on. */
export function DropoutMasks({ texts }: { texts: FigureTexts<'dropout-masks'> }) {
  const [state, setState] = useUrlState(masksInitial, masksUrl);
  return <MasksView texts={texts} state={state} onChange={setState} />;
}
