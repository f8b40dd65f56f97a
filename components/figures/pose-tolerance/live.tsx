'use client';

import { useRef } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import type { Point } from './pck';
import { poseInitial, poseOf, poseUrl, withJointAt, withJointMoved, withVisibility } from './state';
import { PoseView } from './view';

/** The skeleton with its joints to move and its controls on. */
export function PoseTolerance({ texts }: { texts: FigureTexts<'pose-tolerance'> }) {
  const [state, setState] = useUrlState(poseInitial, poseUrl);
  /** From the joint to where it was taken hold of. */
  const grip = useRef<Point | null>(null);

  const put = (joint: number, [x, y]: Point) => {
    const place = poseOf(state).pred[joint] as Point;
    grip.current ??= [x - place[0], y - place[1]];
    const [dx, dy] = grip.current;
    setState(withJointAt(state, joint, [x - dx, y - dy]));
  };
  return (
    <PoseView
      texts={texts}
      state={state}
      on={{
        change: setState,
        grab: () => {
          grip.current = null;
        },
        put,
        move: (joint, by) => setState(withJointMoved(state, joint, by)),
        choose: (joint) => setState({ ...state, joint }),
        toggle: (joint) => setState(withVisibility(state, joint)),
      }}
    />
  );
}
