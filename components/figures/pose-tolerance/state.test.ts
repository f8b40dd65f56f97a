import { expect, test } from 'vitest';
import { distanceOf, type Point } from './pck';
import { JOINTS, mirrorOf, TRUTH } from './skeleton';
import {
  lengthOf,
  PRESET_NAMES,
  PRESETS,
  poseInitial,
  poseOf,
  poseUrl,
  presetOf,
  withJointAt,
  withJointMoved,
  withVisibility,
} from './state';

test.each(PRESET_NAMES)('%s survives the way through the address', (name) => {
  const state = {
    ...poseInitial,
    offsets: PRESETS[name],
    size: 55,
    errors: 'scaled',
    reference: 'head',
    alpha: 50,
  } as const;
  expect(poseUrl.parse(poseUrl.format(state))).toEqual(state);
  expect(presetOf(state)).toBe(name);
});

const [OFFSETS = '', ...REST] = poseUrl.format(poseInitial).split(';');

test.each([
  '',
  OFFSETS,
  [`${OFFSETS} 0,0`, ...REST].join(';'),
  [OFFSETS.replace('2,1', '2'), ...REST].join(';'),
  [OFFSETS.replace('2,1', '2.5,1'), ...REST].join(';'),
  [OFFSETS.replace('2,1', '2,100'), ...REST].join(';'),
  [OFFSETS, '111', ...REST.slice(1)].join(';'),
  [OFFSETS, REST[0], '52', ...REST.slice(2)].join(';'),
  [OFFSETS, ...REST.slice(0, 2), 'none', ...REST.slice(3)].join(';'),
  [OFFSETS, ...REST.slice(0, 3), 'leg', ...REST.slice(4)].join(';'),
  [OFFSETS, ...REST.slice(0, 4), '101', '0'].join(';'),
  [OFFSETS, ...REST.slice(0, 4), '20', '14'].join(';'),
])('nonsense in the address is not taken: %s', (text) => {
  expect(poseUrl.parse(text)).toBeNull();
});

test('at α = 0.2 the tolerance is 6.4 pixels, and 9 of 12 visible joints are within it', () => {
  const { length, tolerance, mean } = poseOf(poseInitial);
  expect([length, tolerance]).toEqual([32, 6.4]);
  expect(mean).toBe(9 / 12);
  expect(lengthOf({ ...poseInitial, reference: 'head' })).toBe(16);
});

test('half the size and the same errors in pixels: 5 of 12; errors half as large as well: as before', () => {
  const half = { ...poseInitial, size: 50 };
  expect(poseOf(half)).toMatchObject({ length: 16, tolerance: 3.2, mean: 5 / 12 });
  expect(poseOf({ ...half, errors: 'scaled' }).mean).toBe(9 / 12);
});

test('one length for everybody flatters a small person: scaled errors, and still more joints are right', () => {
  const fixed = { ...poseInitial, reference: 'fixed', errors: 'scaled' } as const;
  expect(poseOf(fixed).mean).toBe(9 / 12);
  expect(poseOf({ ...fixed, size: 50 }).mean).toBe(1);
});

test('what is not visible does not count, and may be anywhere', () => {
  const shown = JOINTS.reduce(
    (state, _, joint) => (state.visible[joint] ? state : withVisibility(state, joint)),
    poseInitial,
  );
  expect(poseOf(shown).mean).toBe(9 / 14);
  const away = withJointAt(poseInitial, JOINTS.indexOf('rightWrist'), [90, 10]);
  expect(poseOf(away).mean).toBe(9 / 12);
});

test('left and right taken for one another: only the two joints in the middle, and none is far off as a shape', () => {
  const { mean, pred, truth } = poseOf({ ...poseInitial, offsets: PRESETS.swapped });
  expect(mean).toBe(2 / 12);
  expect(pred).toEqual(truth.map((_, joint) => truth[mirrorOf(joint)]));
});

test.each([
  [100, 'same'],
  [50, 'same'],
  [50, 'scaled'],
] as const)('at size %i, errors %s, a joint is put where the pointer is, within a pixel', (size, errors) => {
  const state = withJointAt({ ...poseInitial, size, errors }, 2, [41, 50]);
  expect(distanceOf(poseOf(state).pred[2] as Point, [41, 50])).toBeLessThan(0.75);
  expect(state.joint).toBe(2);
  expect(poseUrl.parse(poseUrl.format(state))).toEqual(state);
});

test('a joint stays in the picture, and arrow keys move it by a pixel', () => {
  const out = withJointAt(poseInitial, 0, [500, -500]);
  expect(poseOf(out).pred[0]).toEqual([97, 3]);
  expect(withJointMoved(poseInitial, 0, [1, 0]).offsets[0]).toEqual([3, 1]);
});

test('in the first frame no two predicted joints are nearer than 8 pixels: each can be taken hold of', () => {
  const { pred } = poseOf(poseInitial);
  const nearest = pred.flatMap((a, i) => pred.slice(i + 1).map((b) => distanceOf(a, b)));
  expect(Math.min(...nearest)).toBeGreaterThanOrEqual(8);
  expect(TRUTH).toHaveLength(JOINTS.length);
});
