import { expect, test } from 'vitest';
import { formatCell, formatNumber, formatShape, formatTime } from './format-number';

test.each([
  [0, '0'],
  [-0, '−0'],
  [0.1 + 0.2, '0.3'],
  [-1.23456789, '−1.23457'],
  [1e-7, '1e-7'],
  [-2.5e-8, '−2.5e-8'],
  [12345678, '1.23457e7'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('a cell has room for three digits', () => {
  expect([formatCell(0.123456), formatCell(-1234.5), formatCell(Number.NaN)]).toEqual(['0.123', '−1.23e3', 'NaN']);
});

test('shapes are written as the tensor library writes them', () => {
  expect([formatShape([]), formatShape([2, 3])]).toEqual(['[]', '[2, 3]']);
});

test.each([
  [0.42, '0.4 ms'],
  [38.4, '38 ms'],
  [1240, '1.24 s'],
])('%d milliseconds are written %s', (ms, text) => {
  expect(formatTime(ms)).toBe(text);
});
