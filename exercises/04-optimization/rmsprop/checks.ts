import { callTask, check, constant, equal, joinPlans, outputOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { tensorOf, zeros } from '@/grading/checks/errors';
import { optimizer } from '@/grading/checks/optimizer';
import { optimizerErrors } from '@/grading/checks/optimizer-errors';
import { optimizerPath } from '@/grading/checks/optimizer-path';
import { rmsprop64 } from './reference64';

const FN = 'rmspropStep';
const fresh = (elements: number) => ({ E: [zeros([elements])] });

/** E has seen only a share of 1 − ρ of g², so the first step is lr/√(1 − ρ). */
const firstStep: Check['plan'] = (random) =>
  joinPlans(
    [1e-2, 1, 1e3].map((scale) => {
      const [w, sizes] = [random.normal([4]), random.uniform([4], 0.5, 2)];
      const signs = [1, -1, -1, 1];
      const grads = signs.map((sign, at) => scale * sign * (sizes.values[at] as number));
      const expected = signs.map((sign, at) => (w.values[at] as number) - (0.1 * sign) / Math.sqrt(0.1));
      const id = `scale ${scale}`;
      return {
        tasks: [callTask(id, FN, [[w], [tensorOf([4], grads)], fresh(4), { lr: 0.1 }])],
        expectations: [equal('params', outputOf(id, ['params', 0]), constant(tensorOf([4], expected)), 'gradient', 1)],
      };
    }),
  );

/** Of a constant gradient E is (1 − ρᵗ)·g²: the steps fall to lr. */
const constantGradient: Check['plan'] = () => {
  const expected: number[][] = [];
  for (let t = 1, moved = 0; t <= 60; t++) {
    moved += 0.1 / Math.sqrt(1 - 0.9 ** t);
    expected.push([1 - moved, 2 + moved]);
  }
  const gradients = expected.map(() => [3, -0.2]);
  return optimizerPath({ fn: FN, start: [1, 2], state: fresh(2), gradients, options: { lr: 0.1 }, expected });
};

/** One gradient of 100 and then ones of 1: by the end each step is lr again. */
const recovers: Check['plan'] = () => {
  const expected: number[][] = [];
  const gradients = Array.from({ length: 200 }, (_, at) => [at === 0 ? 100 : 1]);
  for (let t = 1, moved = 0; t <= gradients.length; t++) {
    moved += (0.01 * (t === 1 ? 100 : 1)) / Math.sqrt(1 - 0.9 ** t + 0.1 * 0.9 ** (t - 1) * (100 ** 2 - 1));
    expected.push([1 - moved]);
  }
  return optimizerPath({ fn: FN, start: [1], state: fresh(1), gradients, options: { lr: 0.01 }, expected });
};

/** Without memory the gradient is divided by its own size. */
const signDescent: Check['plan'] = () => {
  const gradients = [5, -2, 3, 1.5, -4].map((g) => [g]);
  const expected = [0.5, 1, 0.5, 0, 0.5].map((w) => [w]);
  return optimizerPath({ fn: FN, start: [1], state: fresh(1), gradients, options: { lr: 0.5, rho: 0 }, expected });
};

/** Kits O and E with S1–S4 of exercise 24: 14 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['E'],
    modes: [
      {
        id: '',
        title: { en: 'RMSprop', ko: 'RMSprop' },
        // A large ε shows where it stands. On the quadratic the steps are too short to reach the minimum: around it
        // RMSprop circles, and rounding decides when it crosses.
        options: { lr: 0.5, rho: 0.8, eps: 0.05 },
        quadratic: { lr: 0.004 },
      },
    ],
    step64: rmsprop64,
    first: [
      { params: [1, 2], grads: [3, -4], options: { lr: 0.1, rho: 0.75 }, expected: [0.8, 2.2] },
      { params: [1, 2], grads: [6, -2], options: { lr: 0.5, rho: 0.75, eps: 1 }, expected: [0.25, 2.5] },
      { params: [0, 0, 1], grads: [0, 1, -2], options: { lr: 1, rho: 0.75, eps: 0.5 }, expected: [0, -1, 7 / 3] },
      // As small as the default ε.
      { params: [0, 0], grads: [2e-8, -4e-8], options: { lr: 1, rho: 0.75 }, expected: [-1, 4 / 3] },
    ],
  }),
  ...optimizerErrors({ fn: FN, slots: ['E'], options: { lr: 0.1, rho: 0.9, eps: 1e-8 }, fractions: ['rho'] }),
  check(
    'first-is-longer',
    'value',
    'public',
    { en: 'The first step is lr/√(1 − ρ)', ko: '첫 걸음은 lr/√(1 − ρ)' },
    firstStep,
  ),
  check(
    'constant-gradient',
    'value',
    'public',
    { en: 'A constant gradient: the steps tend to the rate', ko: '기울기가 일정하면 걸음이 학습률로 수렴' },
    constantGradient,
  ),
  check('recovers', 'value', 'hidden', { en: 'Recovers from a spike', ko: '튄 기울기에서 회복' }, recovers),
  check('sign-descent', 'value', 'hidden', { en: 'ρ = 0 follows the sign', ko: 'ρ = 0이면 부호만 따름' }, signDescent),
];
