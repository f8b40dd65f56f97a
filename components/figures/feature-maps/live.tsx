'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { placeOf } from '../cells';
import { fill } from '../fill';
import { PaintBoard } from '../paint-board';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { SIDE } from './large-map';
import { activationsOf } from './net';
import { IMAGE_SIDE } from './shapes';
import {
  EMPTY,
  imageOf,
  isOwn,
  type MapsState,
  mapsInitial,
  mapsUrl,
  nextExample,
  painted,
  type Source,
  withLayer,
} from './state';
import { AT_REST, MapsView } from './view';

const MIDDLE = (IMAGE_SIDE * (IMAGE_SIDE + 1)) / 2;

/** So many images can be taken back. */
const MOST_UNDONE = 100;

/** The maps of the small net with their controls on. */
export function FeatureMaps({ texts }: { texts: FigureTexts<'feature-maps'> }) {
  const [state, setState] = useUrlState(mapsInitial, mapsUrl);
  const [past, setPast] = useState<readonly Source[]>([]);
  const [drawing, setDrawing] = useState(false);
  const [brush, setBrush] = useState(AT_REST.brush);
  const [message, setMessage] = useState('');
  const { source } = state;
  const activations = useMemo(() => activationsOf(imageOf(source)), [source]);

  // A stroke reports several times before the next drawing; each builds on what there is then.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const set = (next: MapsState) => {
    latest.current = next;
    setState(next);
  };

  const replace = (next: Source, isNew = true) => {
    const before = latest.current.source;
    if (isNew) setPast((all) => [...all, before].slice(-MOST_UNDONE));
    set({ ...latest.current, source: next });
  };
  const undo =
    past.length > 0
      ? () => {
          set({ ...latest.current, source: past.at(-1) as Source });
          setPast(past.slice(0, -1));
          setMessage(texts.undone);
        }
      : undefined;
  const see = (next: MapsState) => {
    if (next.layer !== 'input') setDrawing(false);
    set(next);
  };

  return (
    <MapsView
      texts={texts}
      state={state}
      activations={activations}
      parts={{
        drawing,
        brush,
        message,
        board: drawing ? (
          <PaintBoard
            label={texts.board}
            rows={IMAGE_SIDE}
            cols={IMAGE_SIDE}
            unit={SIDE / IMAGE_SIDE}
            start={MIDDLE}
            onPaint={(pixels, isNew) => replace(painted(latest.current.source, pixels, brush), isNew)}
            onUndo={undo}
            onSee={(pixel) => setMessage(fill(texts.cursor, placeOf(pixel, IMAGE_SIDE)))}
            onPainted={(pixel) =>
              setMessage(fill(texts.painted, { ...placeOf(pixel, IMAGE_SIDE), value: brush.toFixed(2) }))
            }
          />
        ) : undefined,
      }}
      on={{
        see,
        source: {
          choose: (shape) => replace({ shape, seed: isOwn(source) ? 1 : source.seed }),
          another: isOwn(source) ? undefined : () => replace(nextExample(source)),
          draw: () => {
            setDrawing(!drawing);
            setMessage('');
            if (!drawing) set(withLayer(state, 'input'));
          },
          undo,
          clear: () => replace(EMPTY),
          brush: setBrush,
          reset: () => {
            setPast([]);
            setDrawing(false);
            setBrush(AT_REST.brush);
            setMessage('');
            set(mapsInitial);
          },
        },
      }}
    />
  );
}
