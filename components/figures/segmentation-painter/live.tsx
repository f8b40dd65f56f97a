'use client';

import { useEffect, useRef, useState } from 'react';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { PaintBoard } from '../paint-board';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { UNIT } from './label-map';
import {
  CLASSES,
  COLS,
  type Prediction,
  painted,
  predictionOf,
  ROWS,
  segmentationInitial,
  segmentationUrl,
  TRUTH,
} from './state';
import { AT_REST, SegmentationView } from './view';

const MIDDLE = (ROWS * COLS + COLS) / 2;

/** So many strokes can be taken back. */
const MOST_UNDONE = 100;

/** The segmentation painter with its controls on. */
export function SegmentationPainter({ texts }: { texts: FigureTexts<'segmentation-painter'> }) {
  const [prediction, setPrediction] = useUrlState(segmentationInitial, segmentationUrl);
  const [past, setPast] = useState<readonly Prediction[]>([]);
  const [brush, setBrush] = useState(AT_REST.brush);
  const [message, setMessage] = useState('');
  const named = (label: number) => {
    const name = CLASSES[label];
    return name ? texts.classes[name] : texts.ignored;
  };

  // A stroke reports several times before the next drawing; each builds on what there is then.
  const latest = useRef(prediction);
  useEffect(() => {
    latest.current = prediction;
  }, [prediction]);
  const set = (next: Prediction) => {
    latest.current = next;
    setPrediction(next);
  };
  /** Before a stroke, and once more where its first pixels were no change but later ones are. */
  const strokeFrom = useRef<Prediction | null>(null);
  const paint = (pixels: readonly number[], isNew: boolean) => {
    const before = latest.current;
    if (isNew) strokeFrom.current = before;
    const next = painted(before, pixels, brush);
    if (next === before) return;
    const from = strokeFrom.current;
    strokeFrom.current = null;
    if (from) setPast((all) => [...all, from].slice(-MOST_UNDONE));
    set(next);
  };
  const replace = (next: Prediction) => {
    const before = latest.current;
    setPast((all) => [...all, before].slice(-MOST_UNDONE));
    set(next);
    setMessage('');
  };
  const undo =
    past.length > 0
      ? () => {
          set(past.at(-1) as Prediction);
          setPast(past.slice(0, -1));
          setMessage(texts.undone);
        }
      : undefined;
  const see = (pixel: number) =>
    setMessage(
      fill(texts.cursor, {
        ...placeOf(pixel, COLS),
        truth: named(TRUTH[pixel] as number),
        guess: named(prediction[pixel] as number),
      }),
    );

  return (
    <SegmentationView
      texts={texts}
      prediction={prediction}
      parts={{
        brush,
        message,
        board: (
          <PaintBoard
            label={texts.board}
            rows={ROWS}
            cols={COLS}
            unit={UNIT}
            start={MIDDLE}
            onPaint={paint}
            onUndo={undo}
            onSee={see}
            onPainted={(pixel) => setMessage(fill(texts.painted, { ...placeOf(pixel, COLS), name: named(brush) }))}
          />
        ),
      }}
      on={{
        choose: (name) => replace(predictionOf(name)),
        brush: setBrush,
        undo,
        reset: () => {
          setPast([]);
          setBrush(AT_REST.brush);
          setMessage('');
          set(segmentationInitial);
        },
      }}
    />
  );
}
