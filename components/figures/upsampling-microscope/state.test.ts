import { expect, test } from 'vitest';
import { CONVENTIONS } from './resize';
import { changed, PICTURE_NAMES, PICTURES, SOURCE, upsampleInitial, upsampleUrl } from './state';

test.each(CONVENTIONS)('%s survives the way through the address', (convention) => {
  const state = { ...upsampleInitial, convention, method: 'nearest', picture: 'dot', rows: 9, cols: 1, at: 8 } as const;
  expect(upsampleUrl.parse(upsampleUrl.format(state))).toEqual(state);
});

test.each([
  '',
  'cat;half-pixel;bilinear;6,8;9',
  'ramp;corners;bilinear;6,8;9',
  'ramp;half-pixel;cubic;6,8;9',
  'ramp;half-pixel;bilinear;0,8;0',
  'ramp;half-pixel;bilinear;6,13;9',
  'ramp;half-pixel;bilinear;6;9',
  'ramp;half-pixel;bilinear;6,8;48',
  'ramp;half-pixel;bilinear;6,8;',
])('nonsense in the address is not taken: %s', (text) => {
  expect(upsampleUrl.parse(text)).toBeNull();
});

test('of another size, the pixel looked at keeps its row and column, or the last ones', () => {
  expect(changed(upsampleInitial, { cols: 12 }).at).toBe(13);
  expect(changed({ ...upsampleInitial, at: 47 }, { rows: 2, cols: 3 }).at).toBe(5);
  expect(changed(upsampleInitial, { convention: 'asymmetric' }).at).toBe(9);
});

test('pictures have the size of the source', () => {
  for (const name of PICTURE_NAMES) expect(PICTURES[name]).toHaveLength(SOURCE[0] * SOURCE[1]);
});
