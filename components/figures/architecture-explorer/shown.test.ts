import { expect, test } from 'vitest';
import { compact, memory, percent, timesAs } from './shown';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.00 k'],
  [9408, '9.41 k'],
  [99_960, '100 k'],
  [999_499, '999 k'],
  [999_600, '1.00 M'],
  [102_764_544, '103 M'],
  [4_089_184_256, '4.09 G'],
  [15_470_264_320, '15.5 G'],
])('%i is %s', (value, text) => {
  expect(compact(value)).toBe(text);
});

test('memory has its bytes, shares one decimal, ratios three digits', () => {
  expect([memory(40), memory(60_348_320)]).toEqual(['40 B', '60.3 MB']);
  expect([percent(1, 3), percent(0, 0)]).toEqual(['33.3', '0.0']);
  expect([timesAs(138_357_544, 25_557_032), timesAs(1, 0), timesAs(3, 1)]).toEqual(['5.41', '–', '3']);
});
