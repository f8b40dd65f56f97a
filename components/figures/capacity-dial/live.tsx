'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { capacityInitial, capacityUrl } from './state';
import { CapacityView } from './view';

/** The capacity dial with its controls on. */
export function CapacityDial({ texts }: { texts: FigureTexts<'capacity-dial'> }) {
  const [state, setState] = useUrlState(capacityInitial, capacityUrl);
  return <CapacityView texts={texts} state={state} onChange={setState} />;
}
