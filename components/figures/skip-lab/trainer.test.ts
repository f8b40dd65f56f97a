import { expect, test } from 'vitest';
import { CONSTANT, createTrainer, DRAWN, judge, MEASURE_EVERY, SHALLOW, STEPS } from './trainer';

function trained(depth: number, seed: number, steps: number) {
  const trainer = createTrainer({ depth, seed });
  trainer.advance(steps);
  return trainer.snapshot();
}

test.each([1, 4])(
  'with weights %d, 56 plain layers learn nothing that 8 plain ones or 56 with skip do learn',
  (seed) => {
    const { now } = trained(56, seed, 400);
    expect(now.plain).toBeGreaterThan(0.9 * CONSTANT);
    expect(now.shallow).toBeLessThan(0.15 * CONSTANT);
    expect(now.residual).toBeLessThan(0.15 * CONSTANT);
    expect(judge(56, now)).toBe('rescued');
  },
);

test('ten plain layers train as well as eight', () => {
  const { now } = trained(10, 4, 600);
  expect(now.plain).toBeLessThan(2 * now.shallow);
  expect(judge(10, now)).toBe('none');
});

test('two layers are the same net with and without skip, and are not called degraded', () => {
  const { now, nets } = trained(2, 3, 200);
  expect(now.residual).toBe(now.plain);
  expect(nets.residual).toEqual(nets.plain);
  expect(judge(2, now)).toBe('fewer');
});

test('the gradient reaches the first layer more strongly with skip', () => {
  const { nets } = createTrainer({ depth: 56, seed: 1 }).snapshot();
  expect(nets.residual.norms[0]).toBeGreaterThan(10 * (nets.plain.norms[0] as number));
});

test('a snapshot has a norm per layer, the drawn outputs, and a point of the curve every ten steps', () => {
  const { curve, now, nets } = trained(12, 1, 25);
  expect(nets.plain.norms).toHaveLength(12);
  expect(nets.shallow.norms).toHaveLength(SHALLOW);
  expect(nets.residual.outputs).toHaveLength(DRAWN.length);
  expect(curve.map(({ step }) => step)).toEqual([0, MEASURE_EVERY, 2 * MEASURE_EVERY]);
  expect(now.step).toBe(25);
});

test('the run ends after its last step, and the same settings give the same run', () => {
  expect(trained(4, 5, STEPS + 50).now.step).toBe(STEPS);
  expect(trained(6, 5, 30)).toEqual(trained(6, 5, 30));
});

test('nothing is judged before a fifth of the run', () => {
  const losses = { shallow: 0.1, plain: 0.4, residual: 0.3 };
  expect(judge(20, { step: STEPS / 5 - 1, ...losses })).toBe('early');
  expect(judge(20, { step: STEPS / 5, ...losses })).toBe('degraded');
  expect(judge(20, { step: STEPS / 5, ...losses, residual: 0.1 })).toBe('rescued');
  expect(judge(20, { step: STEPS / 5, ...losses, plain: 0.19 })).toBe('none');
});
