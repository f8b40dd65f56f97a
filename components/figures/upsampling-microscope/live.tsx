'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { upsampleInitial, upsampleUrl } from './state';
import { UpsampleView } from './view';

/** The upsampling microscope with its controls on. */
export function UpsamplingMicroscope({ texts }: { texts: FigureTexts<'upsampling-microscope'> }) {
  const [state, setState] = useUrlState(upsampleInitial, upsampleUrl);
  return <UpsampleView texts={texts} state={state} onChange={setState} />;
}
