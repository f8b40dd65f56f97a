'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { canRoll, type ZooState, zooInitial, zooUrl } from './state';
import { ZooView } from './view';

const STEPS_PER_SECOND = 20;

const next = (state: ZooState): ZooState => ({ ...state, steps: state.steps + 1 });

/** The zoo of stationary points, with a ball to let go. */
export function StationaryZoo({ texts }: { texts: FigureTexts<'stationary-zoo'> }) {
  const [state, setState] = useUrlState(zooInitial, zooUrl);
  const [asked, setAsked] = useState(false);
  const running = asked && canRoll(state);
  useFrames(running, STEPS_PER_SECOND, () => setState(next(state)));

  const release = () => {
    if (!prefersStill()) return setAsked(true);
    let last = state;
    while (canRoll(last)) last = next(last);
    setState(last);
  };
  const change = (part: Partial<ZooState>) => {
    setAsked(false);
    setState({ ...state, ...part });
  };
  return (
    <ZooView texts={texts} state={state} running={running} on={{ change, release, pause: () => setAsked(false) }} />
  );
}
