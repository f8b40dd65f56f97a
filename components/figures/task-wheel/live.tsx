'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { wheelInitial, wheelUrl } from './state';
import { WheelView } from './view';

/** The task wheel with its controls on. */
export function TaskWheel({ texts }: { texts: FigureTexts<'task-wheel'> }) {
  const [state, setState] = useUrlState(wheelInitial, wheelUrl);
  return <WheelView texts={texts} state={state} onChange={setState} />;
}
