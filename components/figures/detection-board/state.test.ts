import { expect, test } from 'vitest';
import {
  detectionInitial,
  detectionUrl,
  moved,
  PRESET_NAMES,
  presetOf,
  resized,
  withBox,
  withCopy,
  withoutChosen,
  withPreset,
} from './state';

test.each(PRESET_NAMES)('%s survives the way through the address, also after changes', (name) => {
  const state = withPreset(name);
  expect(detectionUrl.parse(detectionUrl.format(state))).toEqual(state);
  expect(presetOf(state)).toBe(name);
  const changed = { ...withCopy(withBox(state, 1, [0, 0, 60, 40])), threshold: 35, steps: 2 };
  expect(detectionUrl.parse(detectionUrl.format(changed))).toEqual(changed);
  expect(presetOf(changed)).toBeNull();
});

test.each([
  '',
  '6,7,30,31,90;50;0;0',
  '6,7,30,31 12,7,36,31;50;0;0',
  '6,7,7,31,90 12,7,36,31,80;50;0;0',
  '6,7,61,31,90 12,7,36,31,80;50;0;0',
  '6,7,30.5,31,90 12,7,36,31,80;50;0;0',
  '6,7,30,31,100 12,7,36,31,80;50;0;0',
  '6,7,30,31,90 12,7,36,31,80;52;0;0',
  '6,7,30,31,90 12,7,36,31,80;50;3;0',
  '6,7,30,31,90 12,7,36,31,80;50;0;2',
  '6,7,30,31,90 12,7,36,31,80;50;0',
])('nonsense in the address is not taken: %s', (text) => {
  expect(detectionUrl.parse(text)).toBeNull();
});

test('a moved box keeps its size and stays in the scene; a resized one keeps its corner and two pixels', () => {
  expect(moved([6, 7, 30, 31], 9.4, 2.6)).toEqual([9, 3, 33, 27]);
  expect(moved([6, 7, 30, 31], -5, 99)).toEqual([0, 16, 24, 40]);
  expect(resized([6, 7, 30, 31], 20.2, 99)).toEqual([6, 7, 20, 40]);
  expect(resized([6, 7, 30, 31], 0, 0)).toEqual([6, 7, 8, 9]);
});

test('a copy is the chosen box; without it what was decided on and chosen still exists', () => {
  const copied = withCopy(detectionInitial);
  expect(copied).toMatchObject({ chosen: 3, scores: [90, 80, 70, 80] });
  expect(withoutChosen({ ...copied, steps: 4 })).toMatchObject({ ...detectionInitial, steps: 3, chosen: 2 });
});
