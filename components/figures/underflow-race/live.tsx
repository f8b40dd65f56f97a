'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { N_RANGE, type UnderflowState, underflowInitial, underflowUrl } from './state';
import { UnderflowView } from './view';

/** The underflow race with its controls on; it runs only while asked to, and jumps to the end where motion is not wanted. */
export function UnderflowRace({ texts }: { texts: FigureTexts<'underflow-race'> }) {
  const [state, setState] = useUrlState(underflowInitial, underflowUrl);
  const [running, setRunning] = useState(false);

  useFrames(running, 60, () => {
    if (state.n < N_RANGE.max) setState({ ...state, n: state.n + 1 });
    else setRunning(false);
  });

  const change = (next: UnderflowState) => {
    setRunning(false);
    setState(next);
  };
  const play = () => {
    if (prefersStill()) return setState({ ...state, n: N_RANGE.max });
    if (state.n === N_RANGE.max) setState({ ...state, n: 0 });
    setRunning(true);
  };
  return (
    <UnderflowView
      texts={texts}
      state={state}
      running={running}
      on={{ change, toggle: running ? () => setRunning(false) : play }}
    />
  );
}
