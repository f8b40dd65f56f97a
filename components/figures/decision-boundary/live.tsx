'use client';

import { useMemo, useState } from 'react';
import { tensorPalette } from '@/components/ui/tensor-palette';
import { useTheme } from '@/components/ui/use-theme';
import type { FigureTexts } from '../texts';
import { type Course, useTrainingWorker } from '../use-training-worker';
import { useUrlState } from '../use-url-state';
import { type BoundaryConfig, boundaryInitial, boundaryUrl } from './config';
import { DrawingBoard } from './drawing-board';
import { firstPicture } from './first-picture';
import { HeatCanvas } from './heat-canvas';
import { HeatPaths } from './heat-paths';
import { appendLoss, type LossPoint } from './loss-history';
import { type OwnPoint, packPoints, unpackPoints } from './own-points';
import { OwnPointsEditor } from './own-points-editor';
import type { Frame, Request } from './protocol';
import { UnitCanvas } from './unit-canvas';
import type { UnitName } from './unit-maps';
import { splitUnits, UNIT_CELLS } from './units';
import { BoundaryView } from './view';

/** Cells along each side of the live heat-map. */
const LIVE_CELLS = 48;

const COURSE: Pick<Course<Frame>, 'makeWorker' | 'schema'> = {
  makeWorker: () => new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' }),
  schema: async () => (await import('./protocol')).FrameSchema,
};

/** A unit's values as logits that lean as far: for drawing it where the output is drawn. */
const asLogits = (values: Float32Array, most: number) =>
  values.map((value) => (most === 0 ? 0 : 2 * Math.atanh((0.999 * value) / most)));

/** The decision boundary that trains before the reader's eyes, once they press start. */
export function DecisionBoundary({ texts }: { texts: FigureTexts<'decision-boundary'> }) {
  const [config, setConfig] = useUrlState(boundaryInitial, boundaryUrl);
  const [speed, setSpeed] = useState(4);
  const [shown, show] = useState<UnitName | null>(null);
  const [label, setLabel] = useState<0 | 1>(1);
  const [past, setPast] = useState<string[]>([]);
  const [history, setHistory] = useState<LossPoint[]>([]);
  const { phase, frame, play, pause, step, reset } = useTrainingWorker({
    ...COURSE,
    start: (run) => ({ type: 'new', run, config, cells: LIVE_CELLS }) satisfies Request,
    steps: speed,
    onFrame: ({ step, loss }) => setHistory((old) => (step === 0 ? [{ step, loss }] : appendLoss(old, { step, loss }))),
  });
  const first = useMemo(() => firstPicture(config), [config]);
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is the theme's
  const color = useMemo(() => tensorPalette(document.documentElement), [theme]);

  const configure = (next: BoundaryConfig) => {
    reset();
    setConfig(next);
  };
  const points = unpackPoints(config.own) ?? [];
  const change = (next: OwnPoint[]) => {
    setPast([...past, config.own]);
    configure({ ...config, own: packPoints(next) });
  };
  const undo =
    past.at(-1) === undefined
      ? undefined
      : () => {
          configure({ ...config, own: past.at(-1) ?? '' });
          setPast(past.slice(0, -1));
        };

  const units = useMemo(() => (frame ? splitUnits(frame.units, config) : first.units), [frame, first, config]);
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
  const unit = shown && units[shown.layer]?.[shown.unit];
  const heat = () => {
    if (unit) return <HeatCanvas grid={asLogits(unit.values, unit.most)} cells={UNIT_CELLS} />;
    if (frame) return <HeatCanvas grid={frame.grid} cells={LIVE_CELLS} />;
    return <HeatPaths logits={first.logits} cells={first.cells} />;
  };
  const own = { texts, points, label, onChange: change, onUndo: undo };

  return (
    <BoundaryView
      texts={texts}
      config={config}
      picture={{ ...picture, units, phase, history: frame ? history : [], speed }}
      heat={heat()}
      tile={(map) => <UnitCanvas map={map} color={color} />}
      shown={unit ? shown : null}
      board={config.dataset === 'own' && <DrawingBoard {...own} />}
      editor={config.dataset === 'own' && <OwnPointsEditor {...own} onLabel={setLabel} />}
      on={{ configure, play, pause, step, reset, setSpeed, show }}
    />
  );
}
