import { expect, test } from 'vitest';
import { activationSpreads, judgeInit, LAYERS } from './activations';

test.each([
  ['relu', Math.SQRT2, 'kept'],
  ['relu', 0.5, 'vanishing'],
  ['relu', 1, 'vanishing'],
  ['relu', 3, 'exploding'],
  ['relu', 0, 'vanishing'],
  ['tanh', 1, 'kept'],
  ['tanh', 0.5, 'vanishing'],
  ['tanh', 3, 'saturated'],
] as const)('%s with gain %d: the signal is %s', (activation, gain, verdict) => {
  expect(judgeInit(activation, activationSpreads(activation, gain))).toBe(verdict);
});

test('with ReLU the size is multiplied by gain / √2 per layer', () => {
  const at = (gain: number) => activationSpreads('relu', gain).map(({ rms }) => rms);
  const he = at(Math.SQRT2);
  at(1).forEach((rms, index) => {
    expect(rms / (he[index] as number)).toBeCloseTo(Math.SQRT1_2 ** (index + 1), 10);
  });
});

test('about half of the ReLU units are off, and every histogram holds all activations', () => {
  const spreads = activationSpreads('relu', Math.SQRT2);
  expect(spreads).toHaveLength(LAYERS);
  for (const { flat, shares } of spreads) {
    expect(flat).toBeGreaterThan(0.3);
    expect(flat).toBeLessThan(0.7);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  }
});
