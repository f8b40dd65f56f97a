'use client';

import { useRef } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import type { Box } from './boxes';
import { detectionInitial, detectionUrl, moved, withBox } from './state';
import { DetectionView } from './view';

/** The board of boxes with its controls on. */
export function DetectionBoard({ texts }: { texts: FigureTexts<'detection-board'> }) {
  const [state, setState] = useUrlState(detectionInitial, detectionUrl);
  /** From the box's corner to where it was taken hold of. */
  const grip = useRef<readonly [number, number] | null>(null);

  const drag = (box: number, x: number, y: number) => {
    const place = state.boxes[box] as Box;
    grip.current ??= [x - place[0], y - place[1]];
    const [dx, dy] = grip.current;
    setState(withBox(state, box, moved(place, x - dx, y - dy)));
  };
  return (
    <DetectionView
      texts={texts}
      state={state}
      on={{
        change: setState,
        choose: (chosen) => setState({ ...state, chosen }),
        place: (box, to) => setState(withBox(state, box, to)),
        grab: () => {
          grip.current = null;
        },
        drag,
        reset: () => setState(detectionInitial),
      }}
    />
  );
}
