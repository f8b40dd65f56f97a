'use client';

import { useEffect, useRef, useState } from 'react';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { prefersStill, useFrames } from '../use-frames';
import { useUrlState } from '../use-url-state';
import type { LayerMove } from './layer-list';
import { fieldInitial, fieldUrl, moved, withLayers } from './state';
import { FieldView } from './view';

const LEVELS_PER_SECOND = 1.5;

/** The receptive-field explorer with its controls on. */
export function ReceptiveFieldExplorer({ texts }: { texts: FigureTexts<'receptive-field-explorer'> }) {
  const [state, setState] = useUrlState(fieldInitial, fieldUrl);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ index: number; move: LayerMove } | null>(null);
  const { layers, down } = state;
  const running = asked && down < layers.length;
  useFrames(running, LEVELS_PER_SECOND, () => setState({ ...state, down: down + 1 }));

  // The focus goes with the layer that was moved, and from a removed one to its neighbour, or to the button that adds one.
  useEffect(() => {
    if (!focus) return;
    const { index, move } = focus;
    const button = index < 0 ? '.field-add > button' : `[data-move="${move}"][data-layer="${index}"]`;
    place.current?.querySelector<HTMLElement>(button)?.focus();
  }, [focus]);

  const still = (next: typeof state) => {
    setAsked(false);
    setState(next);
  };
  const move = (index: number, kind: LayerMove) => {
    const layer = index + 1;
    if (kind === 'remove') {
      const rest = layers.toSpliced(index, 1);
      still(withLayers(state, rest));
      setSaid(fill(texts.removed, { layer, count: rest.length }));
      setFocus({ index: Math.min(index, rest.length - 1), move: kind });
      return;
    }
    const to = kind === 'up' ? index + 1 : index - 1;
    still(withLayers(state, moved(layers, index, to)));
    setSaid(fill(texts.moved, { layer, to: to + 1 }));
    setFocus({ index: to, move: kind });
  };
  const play = () => {
    if (prefersStill()) return still({ ...state, down: layers.length });
    if (down === layers.length) setState({ ...state, down: 0 });
    setAsked(true);
  };
  return (
    <div ref={place}>
      <FieldView
        texts={texts}
        state={state}
        running={running}
        said={said}
        on={{
          change: (change) => still({ ...state, ...change }),
          stack: (next) => still(withLayers(state, next)),
          move,
          play,
          pause: () => setAsked(false),
          reset: () => {
            setSaid('');
            still(fieldInitial);
          },
        }}
      />
    </div>
  );
}
