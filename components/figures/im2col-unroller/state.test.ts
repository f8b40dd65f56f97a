import { expect, test } from 'vitest';
import { changed, unrollInitial, unrollUrl } from './state';

test.each([unrollInitial, { n: 4, k: 2, s: 2, p: 1, d: 1, channels: 2, at: 8, tap: 7 }])(
  'settings survive the way through the address',
  (state) => {
    expect(unrollUrl.parse(unrollUrl.format(state))).toEqual(state);
  },
);

test.each([
  '',
  '6,3,1,0,1;0,0',
  '5,3,1,0,1;9,0',
  '5,3,1,0,1;0,9',
  '5,3,1,0;0,0',
  '5,3,1,0,1',
  '5,3,1,,1;0,0',
  '5,3,1,0,1;0,0;1',
])('nonsense in the address is not taken: %s', (text) => {
  expect(unrollUrl.parse(text)).toBeNull();
});

test('row and column stay within a smaller matrix', () => {
  expect(changed({ ...unrollInitial, at: 8, tap: 8 }, { s: 2, k: 2 })).toMatchObject({ at: 3, tap: 3 });
});
