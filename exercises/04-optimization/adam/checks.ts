import { callTask, check, constant, equal, joinPlans, outputOf, plainOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
import { numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { type Options, optimizer, type State64 } from '@/grading/checks/optimizer';
import { optimizerErrors } from '@/grading/checks/optimizer-errors';
import { optimizerPath } from '@/grading/checks/optimizer-path';
import { adam64 } from './reference64';

const FN = 'adamStep';
const fresh = (elements: number) => ({ t: 0, m: [zeros([elements])], v: [zeros([elements])] });

const firstIsRate: Check['plan'] = (random) =>
  joinPlans(
    [1e-3, 1, 1e3].map((scale) => {
      const [w, sizes] = [random.normal([4]), random.uniform([4], 0.5, 2)];
      const signs = [1, -1, -1, 1];
      const grads = signs.map((sign, at) => scale * sign * (sizes.values[at] as number));
      const expected = signs.map((sign, at) => (w.values[at] as number) - 0.2 * sign);
      const id = `scale ${scale}`;
      return {
        tasks: [callTask(id, FN, [[w], [tensorOf([4], grads)], fresh(4), { lr: 0.2 }])],
        expectations: [equal('params', outputOf(id, ['params', 0]), constant(tensorOf([4], expected)), 'gradient', 1)],
      };
    }),
  );

/** Of a constant gradient both corrected averages are exact from the first step. */
const constantGradient: Check['plan'] = () => {
  const expected = Array.from({ length: 40 }, (_, at) => [1 - 0.1 * (at + 1), 2 + 0.1 * (at + 1)]);
  const gradients = expected.map(() => [3, -0.2]);
  return optimizerPath({ fn: FN, start: [1, 2], state: fresh(2), gradients, options: { lr: 0.1 }, expected });
};

/** Three tensors take one step together: t grows by one. */
const oneCounter: Check['plan'] = (random) =>
  joinPlans(
    [0, 4].map((t) => {
      const shapes = [[2], [3, 2], []];
      const tensors = () => shapes.map((shape) => random.uniform(shape, 0.5, 2));
      const [params, grads, m, v] = [tensors(), tensors(), tensors(), tensors()];
      const flat = (list: typeof params) => list.map(({ values }) => Array.from(values));
      const options: Options = { lr: 0.5 };
      const due = adam64(flat(params), flat(grads), { t, m: flat(m), v: flat(v) }, options);
      const id = `t = ${t}`;
      return {
        tasks: [callTask(id, FN, [params, grads, { t, m, v }, { lr: 0.5 }])],
        expectations: [
          equal('t', plainOf(id, ['state', 't']), constant(numbersOf([], [t + 1])), 'exact', 1),
          ...shapes.map((shape, i) =>
            equal(
              'params',
              outputOf(id, ['params', i]),
              constant(tensorOf(shape, due.params[i] as number[])),
              'gradient',
              10,
            ),
          ),
        ],
      };
    }),
  );

/** Steps in double precision: the parameters after each of them, and the last state. */
function steps64(start: number[], state: State64, gradients: readonly number[][], options: Options) {
  const rows: number[][] = [];
  let now = { params: [start], state };
  for (const gradient of gradients) {
    now = adam64(now.params, [gradient], now.state, options);
    rows.push(now.params[0] as number[]);
  }
  return { rows, state: now.state };
}
const NOTHING: State64 = { t: 0, m: [[0, 0, 0]], v: [[0, 0, 0]] };

/** Twenty steps, of which the last twelve start from what the first eight have left. */
const resumes: Check['plan'] = (random) => {
  const options = { lr: 0.1 };
  const start = Array.from(random.normal([3]).values);
  const gradients = Array.from({ length: 20 }, () => Array.from(random.normal([3]).values));
  const { rows } = steps64(start, NOTHING, gradients, options);
  const saved = steps64(start, NOTHING, gradients.slice(0, 8), options).state;
  const slot = (name: 'm' | 'v') => [tensorOf([3], (saved[name] as number[][])[0] as number[])];
  return optimizerPath({
    ...{ fn: FN, options, start: rows[7] as number[], state: { t: 8, m: slot('m'), v: slot('v') } },
    ...{ gradients: gradients.slice(8), expected: rows.slice(8) },
  });
};

const thousand: Check['plan'] = (random) => {
  const options = { lr: 0.01 };
  const start = Array.from(random.normal([3]).values);
  const gradients = Array.from({ length: 1000 }, () => Array.from(random.normal([3]).values));
  const expected = steps64(start, NOTHING, gradients, options).rows;
  return optimizerPath({ fn: FN, start, state: fresh(3), gradients, options, expected });
};

/** Kits O and E with S1–S5 of exercise 26: 15 checks. */
export const checks: Check[] = [
  ...optimizer({
    fn: FN,
    slots: ['m', 'v'],
    counters: ['t'],
    modes: [
      {
        id: '',
        title: { en: 'Adam', ko: 'Adam' },
        // A large ε shows where it stands; with the defaults the quadratic is run.
        options: { lr: 0.5, beta1: 0.8, beta2: 0.95, eps: 0.05 },
        quadratic: { lr: 0.1 },
      },
    ],
    step64: adam64,
    first: [
      { params: [1, 2], grads: [3, -4], options: { lr: 0.1 }, expected: [0.9, 2.1] },
      { params: [1, 2], grads: [3, -1], options: { lr: 0.5, eps: 1 }, expected: [0.625, 2.25] },
      {
        params: [0, 0, 1],
        grads: [0, 1, -0.5],
        options: { lr: 1, beta1: 0.5, beta2: 0.5, eps: 0.5 },
        expected: [0, -2 / 3, 1.5],
      },
      // As small as the default ε.
      { params: [0, 0], grads: [1e-8, -3e-8], options: { lr: 1 }, expected: [-0.5, 0.75] },
    ],
  }),
  ...optimizerErrors({
    ...{ fn: FN, slots: ['m', 'v'], counters: ['t'], fractions: ['beta1', 'beta2'] },
    options: { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  }),
  check(
    'first-is-rate',
    'value',
    'public',
    { en: 'The first step is the learning rate', ko: '첫 걸음은 학습률만큼' },
    firstIsRate,
  ),
  check(
    'constant-gradient',
    'value',
    'public',
    { en: 'A constant gradient: every step is the rate', ko: '기울기가 일정하면 모든 걸음이 학습률만큼' },
    constantGradient,
  ),
  check('one-counter', 'value', 'public', { en: 'One t for all tensors', ko: '모든 텐서에 t 하나' }, oneCounter),
  check('resumes', 'value', 'hidden', { en: 'Goes on from a saved state', ko: '저장한 상태에서 이어 가기' }, resumes),
  check('thousand-steps', 'training', 'hidden', { en: 'A thousand steps', ko: '1,000단계' }, thousand),
];
