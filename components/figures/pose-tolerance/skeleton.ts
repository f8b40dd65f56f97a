import type { Point } from './pck';

/** Joints in the order in which states, addresses and texts count them. Left and right are the person's own. */
export const JOINTS = [
  'head',
  'neck',
  'rightShoulder',
  'rightElbow',
  'rightWrist',
  'leftShoulder',
  'leftElbow',
  'leftWrist',
  'rightHip',
  'rightKnee',
  'rightAnkle',
  'leftHip',
  'leftKnee',
  'leftAnkle',
] as const;
export type JointName = (typeof JOINTS)[number];

/** The picture in pixels; y grows upwards, from the ground. */
export const WIDTH = 100;
export const HEIGHT = 120;

/** True places at full size. From the neck to the middle of the hips it is 32 pixels, from the head to the neck 16. */
export const TRUTH: readonly Point[] = [
  [50, 108],
  [50, 92],
  [38, 88],
  [28, 72],
  [22, 56],
  [62, 88],
  [74, 78],
  [78, 97],
  [42, 60],
  [40, 34],
  [38, 8],
  [58, 60],
  [61, 35],
  [64, 9],
];

/** Pairs of joints that a bone joins. */
export const BONES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [1, 5],
  [5, 6],
  [6, 7],
  [2, 8],
  [5, 11],
  [8, 11],
  [8, 9],
  [9, 10],
  [11, 12],
  [12, 13],
];

/** The joint of the other side; the joint itself in the middle. */
export const mirrorOf = (joint: number) => {
  const name = JOINTS[joint] as string;
  const other = name.startsWith('right') ? name.replace('right', 'left') : name.replace('left', 'right');
  return JOINTS.indexOf(other as JointName);
};
