'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { timelineInitial, timelineUrl } from './state';
import { TimelineView } from './view';

/** The timeline of the ImageNet challenge with its controls on. */
export function IlsvrcTimeline({ texts }: { texts: FigureTexts<'ilsvrc-timeline'> }) {
  const [state, setState] = useUrlState(timelineInitial, timelineUrl);
  return <TimelineView texts={texts} state={state} onChange={setState} />;
}
