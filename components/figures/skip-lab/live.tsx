'use client';

import { useMemo } from 'react';
import type { FigureTexts } from '../texts';
import { type Course, useTrainingWorker } from '../use-training-worker';
import { useUrlState } from '../use-url-state';
import { type SkipConfig, skipInitial, skipUrl } from './config';
import type { Frame, Request } from './protocol';
import { createTrainer, STEPS } from './trainer';
import { SkipView } from './view';

const COURSE: Omit<Course<Frame>, 'start'> = {
  makeWorker: () => new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' }),
  schema: async () => (await import('./protocol')).FrameSchema,
  steps: 4,
  isDone: ({ now }) => now.step >= STEPS,
};

/** The skip lab: trains in a worker once the reader presses the button. */
export function SkipLab({ texts }: { texts: FigureTexts<'skip-lab'> }) {
  const [config, setConfig] = useUrlState(skipInitial, skipUrl);
  const { depth, seed } = config;
  const { phase, frame, play, pause, step, reset } = useTrainingWorker({
    ...COURSE,
    start: (run) => ({ type: 'new', run, depth, seed }) satisfies Request,
  });
  const first = useMemo(() => createTrainer({ depth, seed }).snapshot(), [depth, seed]);

  // Another net is another run; looking at the other one of the two is not.
  const configure = (next: SkipConfig) => {
    if (next.depth !== depth || next.seed !== seed) reset();
    setConfig(next);
  };
  return (
    <SkipView
      texts={texts}
      config={config}
      snapshot={frame ?? first}
      phase={phase}
      on={{ configure, play, pause, step, reset }}
    />
  );
}
