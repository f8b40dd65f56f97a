'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { batchInitial, batchUrl } from './state';
import { BatchView } from './view';

/** The batch norm lab with its controls on. */
export function BatchnormLab({ texts }: { texts: FigureTexts<'batchnorm-lab'> }) {
  const [state, setState] = useUrlState(batchInitial, batchUrl);
  return <BatchView texts={texts} state={state} onChange={setState} />;
}
