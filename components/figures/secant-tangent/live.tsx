'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { secantInitial, secantUrl } from './state';
import { SecantView } from './view';

/** Secants that become the tangent, and the wall of rounding behind it. */
export function SecantTangent({ texts }: { texts: FigureTexts<'secant-tangent'> }) {
  const [state, setState] = useUrlState(secantInitial, secantUrl);
  return <SecantView texts={texts} state={state} onChange={setState} />;
}
