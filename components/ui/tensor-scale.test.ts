import { expect, test } from 'vitest';
import { parseRgb } from './tensor-palette';
import { tensorColor, tensorTextColor } from './tensor-scale';

test('zero has the neutral colour', () => {
  expect(tensorColor(0, 3)).toBe('var(--tensor-zero)');
});

test('equal magnitudes get equal shares of the two ends', () => {
  expect(tensorColor(1, 4)).toBe('color-mix(in oklab, var(--tensor-pos) 25%, var(--tensor-zero))');
  expect(tensorColor(-1, 4)).toBe('color-mix(in oklab, var(--tensor-neg) 25%, var(--tensor-zero))');
});

test.each([
  [7, 2, '--tensor-pos'],
  [Number.POSITIVE_INFINITY, 2, '--tensor-pos'],
  [Number.NEGATIVE_INFINITY, 2, '--tensor-neg'],
])('%d beyond a maximum of %d is clamped to full colour', (value, max, end) => {
  expect(tensorColor(value, max)).toBe(`color-mix(in oklab, var(${end}) 100%, var(--tensor-zero))`);
});

test('NaN has a colour that no number has', () => {
  expect(tensorColor(Number.NaN, 1)).toBe('var(--tensor-nan)');
});

test('an all-zero tensor is neutral instead of dividing by zero', () => {
  expect(tensorColor(0, 0)).toBe('var(--tensor-zero)');
  expect(tensorColor(1e-9, 0)).toBe('var(--tensor-zero)');
});

test('text turns to the page colour on strong cells only', () => {
  expect(tensorTextColor(0.9, 1)).toBe('var(--paper)');
  expect(tensorTextColor(0.2, 1)).toBe('var(--ink)');
});

test.each(['#1f5fa8', 'rgb(31, 95, 168)', 'rgb(31 95 168)'])('%s is read as three bytes', (css) => {
  expect(parseRgb(css)).toEqual([31, 95, 168]);
});
