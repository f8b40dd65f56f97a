'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { type LandscapeState, landscapeInitial, landscapeUrl } from './state';
import { canStep, LandscapeView } from './view';

const STEPS_PER_SECOND = 12;

const next = (state: LandscapeState): LandscapeState => ({ ...state, steps: state.steps + 1 });

/** The line beside its loss landscape, with gradient descent at the press of a button. */
export function LineAndLandscape({ texts }: { texts: FigureTexts<'line-and-landscape'> }) {
  const [state, setState] = useUrlState(landscapeInitial, landscapeUrl);
  const [asked, setAsked] = useState(false);
  const running = asked && canStep(state);
  useFrames(running, STEPS_PER_SECOND, () => setState(next(state)));

  const run = () => {
    if (!prefersStill()) return setAsked(true);
    let last = state;
    while (canStep(last)) last = next(last);
    setState(last);
  };
  const change = (part: Partial<LandscapeState>) => {
    // A new learning rate or a moved point bends the path that is there; all else starts or moves it by hand.
    if (part.steps !== undefined) setAsked(false);
    setState({ ...state, ...part });
  };
  return (
    <LandscapeView texts={texts} state={state} running={running} on={{ change, run, pause: () => setAsked(false) }} />
  );
}
