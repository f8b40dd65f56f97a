import type { Argument } from '@/grading/checks/argument';
import { callTask, check, constant, equal, joinPlans, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { tensorOf, zeros } from '@/grading/checks/errors';
import { optimizer } from '@/grading/checks/optimizer';
import { optimizerErrors } from '@/grading/checks/optimizer-errors';
import { adadelta64 } from './reference64';

const FN = 'adadeltaStep';
const fresh = (elements: number) => ({ E: [zeros([elements])], X: [zeros([elements])] });

/** X has seen nothing yet, so ε sets the first step: g·√ε/√((1 − ρ)g² + ε), about √(ε/(1 − ρ)) whatever the gradient. */
const firstStep: Check['plan'] = () =>
  joinPlans(
    [1, 0.1, 1e3].map((scale): Plan => {
      const grads = [1, -2, 0.5].map((g) => g * scale);
      const expected = grads.map((g) => (-g * Math.sqrt(1e-6)) / Math.sqrt(0.05 * g * g + 1e-6));
      const id = `scale ${scale}`;
      return {
        tasks: [callTask(id, FN, [[zeros([3])], [tensorOf([3], grads)], fresh(3)])],
        expectations: [equal('params', outputOf(id, ['params', 0]), constant(tensorOf([3], expected)), 'gradient', 1)],
      };
    }),
  );

/** From zero, where a step shows to its last digits, and in the middle of a training. */
const noRate: Check['plan'] = (random) => {
  const [g, E, X] = [random.normal([4]), random.uniform([4], 0.1, 1), random.uniform([4], 0.1, 1)];
  const due = adadelta64([[0, 0, 0, 0]], [[...g.values]], { E: [[...E.values]], X: [[...X.values]] }, {});
  const options: Argument[][] = [[], [{}], [{ lr: 0.1 }], [{ lr: 10 }]];
  return {
    tasks: options.map((o, i) => callTask(String(i), FN, [[zeros([4])], [g], { E: [E], X: [X] }, ...o])),
    expectations: options.map((_, i) =>
      equal(
        'params',
        outputOf(String(i), ['params', 0]),
        constant(tensorOf([4], due.params[0] as number[])),
        'gradient',
        1,
      ),
    ),
  };
};

/** Ten times the gradient is the same path: E grows by 100, and ε is small beside it. */
const scaleInvariance: Check['plan'] = (random) => {
  const sizes = Array.from({ length: 25 }, () => random.uniform([4], 1, 2));
  const signs = sizes.map(() => Array.from({ length: 4 }, () => (random.next() < 0.7 ? 1 : -1)));
  const path = (scale: number) =>
    callTask(`${scale}`, { driver: 'optimizer-trajectory' }, [
      ...[FN, [zeros([4])]],
      sizes.map(({ values }, t) => [
        tensorOf(
          [4],
          [...values].map((size, i) => size * scale * (signs[t]?.[i] ?? 1)),
        ),
      ]),
      ...[fresh(4), {}],
    ]);
  return {
    tasks: [path(1), path(10)],
    expectations: [equal('params(10·g)', outputOf('10', ['params']), outputOf('1', ['params']), 'gradient', 10)],
  };
};

/** One step under way in round numbers: Δ = 3·√2/√8 = 1.5 and −4·√9/√16 = −3, with ρ = ½ and ε = 1. */
const averages: Check['plan'] = () => {
  const due = { params: [-1.5, 3], E: [7, 15], X: [1.625, 8.5] };
  const state = { E: [tensorOf([2], [5, 14])], X: [tensorOf([2], [1, 8])] };
  return {
    tasks: [callTask('call', FN, [[zeros([2])], [tensorOf([2], [3, -4])], state, { rho: 0.5, eps: 1 }])],
    expectations: [
      equal('params', outputOf('call', ['params', 0]), constant(tensorOf([2], due.params)), 'gradient', 1),
      equal('E', outputOf('call', ['state', 'E', 0]), constant(tensorOf([2], due.E)), 'gradient', 1),
      equal('X', outputOf('call', ['state', 'X', 0]), constant(tensorOf([2], due.X)), 'gradient', 1),
    ],
  };
};

/** Kits O and E with S1–S4 of exercise 25: 14 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['E', 'X'],
    modes: [
      {
        id: '',
        title: { en: 'Adadelta', ko: 'Adadelta' },
        // A large ε shows where it stands; with the default one the quadratic is run.
        options: { rho: 0.8, eps: 0.05 },
        quadratic: {},
      },
    ],
    step64: adadelta64,
    first: [
      { params: [1, 2], grads: [2, -2], options: { rho: 0.25, eps: 1 }, expected: [0, 3] },
      { params: [1, 2], grads: [4, -4], options: { rho: 0.25, eps: 4 }, expected: [-1, 4] },
      { params: [0, 0, 1], grads: [0, 4, -4], options: { rho: 0.5, eps: 1 }, expected: [0, -4 / 3, 7 / 3] },
    ],
  }),
  ...optimizerErrors({ fn: FN, slots: ['E', 'X'], options: { rho: 0.95, eps: 1e-6 }, fractions: ['rho'] }),
  check(
    'first-is-eps',
    'value',
    'public',
    { en: 'The first step is about √(ε/(1 − ρ))', ko: '첫 걸음은 √(ε/(1 − ρ)) 정도' },
    firstStep,
  ),
  check('no-rate', 'value', 'public', { en: 'A learning rate changes nothing', ko: '학습률을 주어도 그대로' }, noRate),
  check(
    'scale-invariance',
    'property',
    'hidden',
    { en: 'Ten times the gradient, the same path', ko: '기울기가 10배여도 같은 경로' },
    scaleInvariance,
  ),
  check('averages', 'value', 'hidden', { en: 'Averages of g² and Δ²', ko: 'g²과 Δ²의 평균' }, averages),
];
