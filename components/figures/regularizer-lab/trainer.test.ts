import { expect, test } from 'vitest';
import type { Regularizer } from './config';
import { createTrainer } from './trainer';

function trained(on: Regularizer[], steps = 600) {
  const trainer = createTrainer({ on, seed: 2 });
  trainer.advance(steps);
  return trainer.snapshot();
}
const gap = ({ now }: ReturnType<typeof trained>) => now.validation - now.train;

test('without a regularizer the net learns its 40 points by heart and the validation loss rises', () => {
  const { curve, now } = trained([]);
  expect(now.train).toBeLessThan(0.06);
  expect(now.validation).toBeGreaterThan(1.2 * Math.min(...curve.map((one) => one.validation)));
});

test.each<Regularizer[]>([['penalty'], ['noise']])('%s closes most of the gap', (...on) => {
  expect(gap(trained(on))).toBeLessThan(0.4 * gap(trained([])));
});

test('early stopping ends the run and brings the best net back', () => {
  const { stopped, now, curve, step } = trained(['earlyStop'], 2000);
  expect(stopped).toBe(true);
  expect(step).toBe(now.step + 200);
  expect(now.validation).toBe(Math.min(...curve.map((one) => one.validation)));
});

test('the same settings give the same run', () => {
  expect(trained(['dropout', 'noise'], 30)).toEqual(trained(['dropout', 'noise'], 30));
});
