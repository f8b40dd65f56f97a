'use client';

import { useMemo, useState } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { type BoundaryConfig, boundaryInitial, boundaryUrl } from './config';
import { firstPicture } from './first-picture';
import { HeatCanvas } from './heat-canvas';
import { HeatPaths } from './heat-paths';
import { LIVE_CELLS, useTrainer } from './use-trainer';
import { BoundaryView } from './view';

/** The decision boundary that trains before the reader's eyes, once they press start. */
export function DecisionBoundary({ texts }: { texts: FigureTexts<'decision-boundary'> }) {
  const [config, setConfig] = useUrlState(boundaryInitial, boundaryUrl);
  const [speed, setSpeed] = useState(4);
  const { training, play, pause, step, reset } = useTrainer(config, speed);
  const first = useMemo(() => firstPicture(config), [config]);
  const { frame, history, phase } = training;

  const configure = (next: BoundaryConfig) => {
    reset();
    setConfig(next);
  };
  const picture = frame
    ? {
        ...first,
        logits: frame.grid,
        cells: LIVE_CELLS,
        step: frame.step,
        loss: frame.loss,
        accuracy: frame.accuracy,
        backend: frame.backend,
      }
    : first;

  return (
    <BoundaryView
      texts={texts}
      config={config}
      picture={{ ...picture, phase, history, speed }}
      heat={
        frame ? (
          <HeatCanvas grid={frame.grid} cells={LIVE_CELLS} />
        ) : (
          <HeatPaths logits={first.logits} cells={first.cells} />
        )
      }
      on={{ configure, play, pause, step, reset, setSpeed }}
    />
  );
}
