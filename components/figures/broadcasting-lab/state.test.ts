import { expect, test } from 'vitest';
import { broadcastUrl, PRESETS, withRank } from './state';

test.each(PRESETS)('shapes survive the way through the address: $a and $b', (state) => {
  expect(broadcastUrl.parse(broadcastUrl.format(state))).toEqual(state);
});

test.each(['', '3', '3;2;1', '5;1', '0;1', '1.5;1', 'a;1', '1,1,1,1;1', '2,;1'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(broadcastUrl.parse(text)).toBeNull();
  },
);

test('axes come and go in front, so that the last stay aligned', () => {
  expect(withRank([4, 1], 3)).toEqual([2, 4, 1]);
  expect(withRank([4, 1], 1)).toEqual([1]);
  expect(withRank([3], 0)).toEqual([]);
});
