'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import { changed, rowsOf, type UnrollState, unrollInitial, unrollUrl } from './state';
import { UnrollView } from './view';

const ROWS_PER_SECOND = 1.5;

/** The im2col unroller with its controls on. */
export function Im2colUnroller({ texts }: { texts: FigureTexts<'im2col-unroller'> }) {
  const [state, setState] = useUrlState(unrollInitial, unrollUrl);
  const [asked, setAsked] = useState(false);
  const last = rowsOf(state) - 1;
  const running = asked && state.at < last;
  useFrames(running, ROWS_PER_SECOND, () => setState(changed(state, { at: state.at + 1 })));

  const still = (next: UnrollState) => {
    setAsked(false);
    setState(next);
  };
  const play = () => {
    if (prefersStill()) return still({ ...state, at: last });
    if (state.at === last) setState({ ...state, at: 0 });
    setAsked(true);
  };
  return (
    <UnrollView
      texts={texts}
      state={state}
      running={running}
      on={{
        change: (change) => still(changed(state, change)),
        play,
        pause: () => setAsked(false),
        reset: () => still(unrollInitial),
      }}
    />
  );
}
