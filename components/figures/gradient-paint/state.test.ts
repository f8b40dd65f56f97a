import { expect, test } from 'vitest';
import { changed, nextGradient, onlyOne, PRESET_NAMES, PRESETS, paintInitial, paintUrl, withGradient } from './state';

test.each(PRESET_NAMES)('%s survives the way through the address', (name) => {
  const state = withGradient({ ...PRESETS[name], pixel: 3, tap: 2 }, 1, -2);
  expect(paintUrl.parse(paintUrl.format(state))).toEqual(state);
});

test.each([
  '',
  'avg,5,3,1;0,0,0,0,1,0,0,0,0;4,12,0',
  'conv,7,3,1;0,0,0,0,1,0,0,0,0;4,12,0',
  'conv,5,3,1;0,0,0,0,1,0,0,0;4,12,0',
  'conv,5,3,1;0,0,0,0,3,0,0,0,0;4,12,0',
  'conv,5,3,1;0,0,0,0,,0,0,0,0;4,12,0',
  'conv,5,3,1;0,0,0,0,1,0,0,0,0;9,12,0',
  'conv,5,3,1;0,0,0,0,1,0,0,0,0;4,25,0',
  'conv,5,3,1;0,0,0,0,1,0,0,0,0;4,12',
])('nonsense in the address is not taken: %s', (text) => {
  expect(paintUrl.parse(text)).toBeNull();
});

test('presses go through 1, 2, −1 and back to 0', () => {
  expect([0, 1, 2, -1, -2].map(nextGradient)).toEqual([1, 2, -1, 0, 0]);
});

test('another output starts with one gradient; another mode of the same size keeps what is painted', () => {
  const painted = withGradient(paintInitial, 0, 2);
  expect(changed(painted, { s: 2 })).toMatchObject({ dy: [0, 0, 1, 0], out: 2 });
  expect(changed(painted, { mode: 'max' }).dy).toEqual(painted.dy);
  expect(changed({ ...paintInitial, pixel: 24, tap: 8 }, { n: 4, k: 2 })).toMatchObject({ pixel: 15, tap: 3 });
  expect(onlyOne({ ...painted, out: 8 }).dy).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
});
