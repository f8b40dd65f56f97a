import { expect, test } from 'vitest';
import { sweep } from './net';
import { linesOf, STEPS, shown } from './steps';

const lines = (step: (typeof STEPS)[number]) => linesOf(step, sweep([1, 2]));

test('at the fan-out both products stand in the sum', () => {
  expect(lines('dh')[0]).toEqual({ name: 'dh₁', working: '(−1)·1 + 1·0.5', value: -0.5 });
});

test.each(STEPS.slice(1))('every line of step %s works out to its value', (step) => {
  for (const { working, value } of lines(step)) {
    const source = working
      .replaceAll('−', '-')
      .replaceAll('·', '*')
      .replaceAll('½', '0.5')
      .replaceAll('²', '**2')
      .replaceAll('max', 'Math.max');
    expect(new Function(`return ${source}`)()).toBeCloseTo(value, 9);
  }
});

test('a negative zero is shown as zero and a negative number with a minus sign', () => {
  expect(shown(-0)).toBe('0');
  expect(shown(-0.5)).toBe('−0.5');
});
