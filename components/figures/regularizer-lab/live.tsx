'use client';

import { useMemo, useState } from 'react';
import { HeatCanvas } from '../decision-boundary/heat-canvas';
import { HeatPaths } from '../decision-boundary/heat-paths';
import type { FigureTexts } from '../texts';
import { type Course, useTrainingWorker } from '../use-training-worker';
import { useUrlState } from '../use-url-state';
import { type LabConfig, labInitial, labUrl } from './config';
import { firstPicture } from './first-picture';
import type { Frame, Request } from './protocol';
import { type Measurement, STEPS } from './trainer';
import { LabView } from './view';

/** Cells along each side of the live heat-map. */
const LIVE_CELLS = 40;

const COURSE: Omit<Course<Frame>, 'start'> = {
  makeWorker: () => new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' }),
  schema: async () => (await import('./protocol')).FrameSchema,
  steps: 20,
  isDone: ({ stopped, step }) => stopped || step >= STEPS,
};

/** The regularizer lab: trains in a worker once the reader presses the button, and keeps the run before for comparison. */
export function RegularizerLab({ texts }: { texts: FigureTexts<'regularizer-lab'> }) {
  const [config, setConfig] = useUrlState(labInitial, labUrl);
  const { phase, frame, play, pause, reset } = useTrainingWorker({
    ...COURSE,
    start: (run) =>
      ({ type: 'new', run, config: { ...config, on: [...config.on] }, cells: LIVE_CELLS }) satisfies Request,
  });
  const [before, setBefore] = useState<Measurement[]>([]);
  const first = useMemo(() => firstPicture(config), [config]);

  const clear = () => {
    if (frame) setBefore(frame.curve);
    reset();
  };
  const configure = (next: LabConfig) => {
    clear();
    if (next.seed !== config.seed) setBefore([]);
    setConfig(next);
  };
  const start = () => {
    if (phase === 'done' && frame) setBefore(frame.curve);
    play();
  };
  return (
    <LabView
      texts={texts}
      config={config}
      picture={frame ? { ...first, ...frame, cells: LIVE_CELLS, phase, before } : { ...first, phase, before }}
      heat={
        frame ? (
          <HeatCanvas grid={frame.grid} cells={LIVE_CELLS} />
        ) : (
          <HeatPaths logits={first.grid} cells={first.cells} />
        )
      }
      on={{ configure, play: start, pause, reset: clear }}
    />
  );
}
