'use client';

import { useEffect, useMemo, useState } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { contourPaths } from './contours';
import { type RaceState, raceInitial, raceUrl, STEPS } from './state';
import { surfaceOf } from './surfaces';
import { RaceView } from './view';

/** The optimizer race with its controls on: one step a frame while it runs. */
export function OptimizerRace({ texts }: { texts: FigureTexts<'optimizer-race'> }) {
  const [state, setState] = useUrlState(raceInitial, raceUrl);
  const [running, setRunning] = useState(false);
  const contours = useMemo(() => contourPaths(surfaceOf(state.surface, state.kappa)), [state.surface, state.kappa]);

  useEffect(() => {
    if (!running) return;
    if (state.step >= STEPS) return setRunning(false);
    const frame = requestAnimationFrame(() => setState({ ...state, step: state.step + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [running, state, setState]);

  const change = (next: RaceState) => {
    // Moving through time by hand takes over; any other change is made under way.
    if (next.step !== state.step) setRunning(false);
    setState(next);
  };
  const play = () => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (calm) return setState({ ...state, step: STEPS });
    if (state.step === STEPS) setState({ ...state, step: 0 });
    setRunning(true);
  };
  return (
    <RaceView
      texts={texts}
      state={state}
      contours={contours}
      running={running}
      on={{ change, play, pause: () => setRunning(false) }}
    />
  );
}
