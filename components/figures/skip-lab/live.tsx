'use client';

import { useMemo } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { type SkipConfig, skipInitial, skipUrl } from './config';
import { createTrainer } from './trainer';
import { useLab } from './use-lab';
import { SkipView } from './view';

/** The skip lab: trains in a worker once the reader presses the button. */
export function SkipLab({ texts }: { texts: FigureTexts<'skip-lab'> }) {
  const [config, setConfig] = useUrlState(skipInitial, skipUrl);
  const { lab, play, pause, step, reset } = useLab(config);
  const { depth, seed } = config;
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
      snapshot={lab.frame ?? first}
      phase={lab.phase}
      on={{ configure, play, pause, step, reset }}
    />
  );
}
