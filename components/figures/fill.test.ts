import { expect, test } from 'vitest';
import { fill } from './fill';

test('every place gets its value', () => {
  expect(fill('{a} of {b}: {a}', { a: 1, b: 'x' })).toBe('1 of x: 1');
});

test('a missing value is named', () => {
  expect(() => fill('step {n}', {})).toThrow('{n}');
});
