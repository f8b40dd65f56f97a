'use client';

import { useMemo, useState } from 'react';
import { HeatCanvas } from '../decision-boundary/heat-canvas';
import { HeatPaths } from '../decision-boundary/heat-paths';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { type LabConfig, labInitial, labUrl } from './config';
import { firstPicture } from './first-picture';
import type { Measurement } from './trainer';
import { LIVE_CELLS, useLab } from './use-lab';
import { LabView } from './view';

/** The regularizer lab: trains in a worker once the reader presses the button, and keeps the run before for comparison. */
export function RegularizerLab({ texts }: { texts: FigureTexts<'regularizer-lab'> }) {
  const [config, setConfig] = useUrlState(labInitial, labUrl);
  const { lab, play, pause, reset } = useLab(config);
  const [before, setBefore] = useState<Measurement[]>([]);
  const first = useMemo(() => firstPicture(config), [config]);
  const { frame, phase } = lab;

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
