import type { UrlFormat } from '../use-url-state';
import { distanceOf, type Point, pck } from './pck';
import { HEIGHT, JOINTS, type JointName, mirrorOf, TRUTH, WIDTH } from './skeleton';

/** What a distance is measured in: two lengths of the person, or one number of pixels for everybody. */
export const REFERENCES = ['torso', 'head', 'fixed'] as const;
export type Reference = (typeof REFERENCES)[number];
export const FIXED_LENGTH = 32;

export type PoseState = {
  /** From each joint's true place to its predicted one, in whole pixels of the person at full size. */
  offsets: readonly Point[];
  visible: readonly boolean[];
  /** Size of the person in the picture, in percent. */
  size: number;
  /** Whether errors shrink with the person, or stay the same number of pixels. */
  errors: 'scaled' | 'same';
  reference: Reference;
  /** Hundredths of the reference length. */
  alpha: number;
  /** The joint looked at. */
  joint: number;
};

export const SIZE_RANGE = { min: 50, max: 100, step: 5 };
export const ALPHA_RANGE = { min: 0, max: 100, step: 1 };
/** How near to the rim a joint may be put. */
const MARGIN = 3;

export const PRESETS = {
  rough: [
    [2, 1],
    [0, -2],
    [-3, 0],
    [-6, 8],
    [5, -12],
    [3, -4],
    [4, 3],
    [-8, 6],
    [-1, 2],
    [5, -2],
    [-4, 3],
    [2, 0],
    [6, -8],
    [0, 9],
  ],
  exact: JOINTS.map(() => [0, 0] as const),
  /** Left and right taken for one another. */
  swapped: JOINTS.map((_, joint): Point => {
    const [from, to] = [TRUTH[joint] as Point, TRUTH[mirrorOf(joint)] as Point];
    return [to[0] - from[0], to[1] - from[1]];
  }),
} as const satisfies Record<string, readonly Point[]>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

const textOf = (offsets: readonly Point[]) => offsets.map((offset) => offset.join(',')).join(' ');

/** The preset that a prediction is; null after a joint was moved. */
export const presetOf = ({ offsets }: PoseState): PresetName | null =>
  PRESET_NAMES.find((name) => textOf(PRESETS[name]) === textOf(offsets)) ?? null;

export const poseInitial: PoseState = {
  offsets: PRESETS.rough,
  // The right lower arm is behind the back.
  visible: JOINTS.map((name) => name !== 'rightElbow' && name !== 'rightWrist'),
  size: 100,
  errors: 'same',
  reference: 'torso',
  alpha: 20,
  joint: JOINTS.indexOf('leftWrist'),
};

const clamp = (value: number, most: number) => Math.max(MARGIN, Math.min(most - MARGIN, value));
const inPicture = ([x, y]: Point): Point => [clamp(x, WIDTH), clamp(y, HEIGHT)];

/** Shrunk towards the ground below the person. */
const shrunk = ([x, y]: Point, size: number): Point => [WIDTH / 2 + ((x - WIDTH / 2) * size) / 100, (y * size) / 100];

const errorScale = ({ errors, size }: PoseState) => (errors === 'scaled' ? size / 100 : 1);

/** Pixels that the reference length of a state is. */
export function lengthOf({ reference, size }: PoseState): number {
  if (reference === 'fixed') return FIXED_LENGTH;
  const [head, neck, right, left] = ['head', 'neck', 'rightHip', 'leftHip'].map(
    (name) => TRUTH[JOINTS.indexOf(name as JointName)] as Point,
  ) as [Point, Point, Point, Point];
  const hips: Point = [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2];
  return (distanceOf(neck, reference === 'torso' ? hips : head) * size) / 100;
}

/** Everything that follows from a state, in pixels of the picture. */
export function poseOf(state: PoseState) {
  const truth = TRUTH.map((place) => shrunk(place, state.size));
  const scale = errorScale(state);
  const pred = truth.map(([x, y], joint) => {
    const [dx, dy] = state.offsets[joint] as Point;
    return inPicture([x + scale * dx, y + scale * dy]);
  });
  const length = lengthOf(state);
  const distances = truth.map((place, joint) => distanceOf(place, pred[joint] as Point));
  const { perJoint, mean } = pck([pred], [truth], [state.visible], [length], state.alpha / 100);
  return { truth, pred, length, distances, tolerance: (state.alpha / 100) * length, perJoint, mean };
}

/** The state with a joint's prediction at that place of the picture, as near as whole pixels and the picture allow. */
export function withJointAt(state: PoseState, joint: number, at: Point): PoseState {
  const truth = TRUTH[joint] as Point;
  const now = shrunk(truth, state.size);
  const to = inPicture(at);
  const scale = errorScale(state);
  const [dx, dy] = [Math.round((to[0] - now[0]) / scale), Math.round((to[1] - now[1]) / scale)];
  // At full size the joint is in the picture as well.
  const full = inPicture([truth[0] + dx, truth[1] + dy]);
  return { ...state, joint, offsets: state.offsets.with(joint, [full[0] - truth[0], full[1] - truth[1]]) };
}

/** The state with a joint's prediction moved by whole pixels of the person. */
export function withJointMoved(state: PoseState, joint: number, [dx, dy]: Point): PoseState {
  const [truth, offset] = [TRUTH[joint] as Point, state.offsets[joint] as Point];
  const full = inPicture([truth[0] + offset[0] + dx, truth[1] + offset[1] + dy]);
  return { ...state, joint, offsets: state.offsets.with(joint, [full[0] - truth[0], full[1] - truth[1]]) };
}

export const withVisibility = (state: PoseState, joint: number): PoseState => ({
  ...state,
  joint,
  visible: state.visible.with(joint, !state.visible[joint]),
});

const within = (value: number, { min, max }: { min: number; max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** `2,1 0,-2 …;11100…;100;same;torso;20;7`: offsets, visibility, size, errors, reference, α, the joint looked at. */
export const poseUrl: UrlFormat<PoseState> = {
  parameter: 'pose',
  format: ({ offsets, visible, size, errors, reference, alpha, joint }) =>
    [textOf(offsets), visible.map(Number).join(''), size, errors, reference, alpha, joint].join(';'),
  parse: (text) => {
    const [list = '', seen = '', size, errors, unit, alpha, joint] = text.split(';');
    const number = (part: string | undefined) => Number(part || 'none');
    const offsets = list.split(' ').map((pair) => pair.split(',').map(number));
    const reference = REFERENCES.find((name) => name === unit);
    const isOffset = (offset: number[], at: number) => {
      const [x, y] = TRUTH[at] as Point;
      const [dx = Number.NaN, dy = Number.NaN] = offset;
      return (
        offset.length === 2 &&
        within(x + dx, { min: MARGIN, max: WIDTH - MARGIN }) &&
        within(y + dy, { min: MARGIN, max: HEIGHT - MARGIN })
      );
    };
    const state = { size: number(size), alpha: number(alpha), joint: number(joint) };
    const sound =
      offsets.length === JOINTS.length &&
      offsets.every(isOffset) &&
      /^[01]+$/.test(seen) &&
      seen.length === JOINTS.length &&
      within(state.size, SIZE_RANGE) &&
      state.size % SIZE_RANGE.step === 0 &&
      within(state.alpha, ALPHA_RANGE) &&
      within(state.joint, { min: 0, max: JOINTS.length - 1 });
    if (!sound || !reference || (errors !== 'same' && errors !== 'scaled')) return null;
    return {
      ...state,
      offsets: offsets.map(([dx = 0, dy = 0]): Point => [dx, dy]),
      visible: [...seen].map((one) => one === '1'),
      errors,
      reference,
    };
  },
};
