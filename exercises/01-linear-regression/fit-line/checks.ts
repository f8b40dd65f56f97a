import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

interface Options {
  readonly [key: string]: Argument;
  lr: number;
  maxSteps: number;
  tol: number;
}
type Args = readonly [readonly number[], readonly number[], Options];

const outputs: NumbersSpec[] = [
  { label: 'w', path: ['w'] },
  { label: 'b', path: ['b'] },
  { label: 'steps', path: ['steps'], tolerance: 'exact' },
  { label: 'converged', path: ['converged'], tolerance: 'exact' },
  { label: 'losses', path: ['losses'] },
];

/** Points near a line, with steps far from both ends of what is stable. */
const points = (random: Random, n: number): [number[], number[]] => {
  const xs = Array.from({ length: n }, () => 2 * random.next() - 1);
  const ys = xs.map((x) => 1.5 * x - 0.5 + random.next());
  return [xs, ys];
};
const fitting =
  (n: number, options: Partial<Options> = {}): Inputs<Args> =>
  (random) => [...points(random, n), { lr: 0.2, maxSteps: 7, tol: 1e-3, ...options }];
const fresh: Inputs<Args> = (random) =>
  fitting(random.integer(1, 8), {
    lr: 0.05 + 0.3 * random.next(),
    maxSteps: random.integer(0, 20),
    tol: 10 ** random.integer(-4, -1),
    w0: random.next(),
    b0: random.next(),
  })(random);

const LINE: readonly number[] = [0, 1, 2, 3, 4];
const ON_LINE: readonly number[] = [1, 3, 5, 7, 9];

/** The reference stops at step 270; rounding in another order may move that by one. */
const converges: Check['plan'] = () => ({
  tasks: [callTask('call', 'fitLine', [LINE, ON_LINE, { lr: 0.1, maxSteps: 1000, tol: 1e-8 }])],
  expectations: [
    equal('w', plainOf('call', ['w']), constant(numbersOf([], [2])), 'slope', 1),
    equal('b', plainOf('call', ['b']), constant(numbersOf([], [1])), 'slope', 1),
    equal('converged', plainOf('call', ['converged']), asBoolean(true), 'exact', 1),
    {
      expect: 'between',
      label: 'steps',
      actual: plainOf('call', ['steps']),
      low: constant(numbersOf([], [269])),
      high: constant(numbersOf([], [271])),
    },
  ],
});

const asBoolean = (value: boolean) => constant({ dtype: 'bool', shape: [], values: Int32Array.of(Number(value)) });

const diverges: Check['plan'] = () => ({
  tasks: [callTask('call', 'fitLine', [LINE, ON_LINE, { lr: 0.16, maxSteps: 200, tol: 1e-8 }])],
  expectations: [
    equal('converged', plainOf('call', ['converged']), asBoolean(false), 'exact', 1),
    equal('steps', plainOf('call', ['steps']), constant(numbersOf([], [200])), 'exact', 1),
    {
      expect: 'between',
      label: 'w',
      actual: plainOf('call', ['w']),
      low: undefined,
      high: constant(numbersOf([], [1e30])),
    },
  ],
});

const all = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'fitLine', args)],
  expectations: outputs.map(({ label, path, tolerance = 'plain' }) =>
    asReference(label, plainOf(id, path), tolerance, 1),
  ),
});

/** With equal inputs no line is best: all that w·3 + b = mean of y are, and the loss is their variance. */
const constantInputs: Check['plan'] = () => ({
  tasks: [callTask('call', 'fitLine', [[3, 3, 3], [1, 2, 6], { lr: 0.05, maxSteps: 500, tol: 1e-9 }])],
  expectations: [
    equal('converged', plainOf('call', ['converged']), asBoolean(true), 'exact', 1),
    equal(
      '3w + b',
      {
        combine: [
          { factor: 3, of: plainOf('call', ['w']) },
          { factor: 1, of: plainOf('call', ['b']) },
        ],
      },
      constant({ dtype: 'float32', shape: [], values: Float32Array.of(3) }),
      'slope',
      1,
    ),
  ],
});

const options: Options = { lr: 0.1, maxSteps: 10, tol: 0.1 };
const bad = (param: string, en: string, ko: string, args: readonly Argument[]) => ({
  label: { en, ko },
  args,
  accept: [{ name: 'RangeError' as const, param }],
});

/** Kits N and E with S1–S6 of exercise 5: 13 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'fitLine',
    outputs,
    table: [
      {
        args: [[1, 2], [2, 4], { lr: 0.1, maxSteps: 1, tol: 0 }],
        expected: { w: 1, b: 0.6, steps: 1, converged: false, losses: [10, 1.06] },
      },
      {
        args: [[0], [1], { lr: 0.25, maxSteps: 2, tol: 0 }],
        expected: { w: 0, b: 0.75, steps: 2, converged: false, losses: [1, 0.25, 0.0625] },
      },
      {
        args: [[1, 2], [2, 4], { lr: 0.1, maxSteps: 9, tol: 11 }],
        expected: { w: 0, b: 0, steps: 0, converged: true, losses: [10] },
      },
    ],
    values: [fitting(3), fitting(4, { maxSteps: 12, tol: 0.6 }), fitting(6, { lr: 0.4, w0: 1, b0: -1, maxSteps: 3 })],
    fresh,
    boundary: [
      fitting(1, { maxSteps: 0 }),
      fitting(2, { tol: 0, maxSteps: 5 }),
      fitting(2, { tol: 1e9 }),
      () => [LINE, ON_LINE, { lr: 1e160, maxSteps: 10, tol: 1e-3 }],
    ],
  }),
  ...errors(
    'fitLine',
    [
      bad('xs', 'no points', '점 없음', [[], [], options]),
      bad('lr', 'lr = 0', 'lr = 0', [[1], [1], { ...options, lr: 0 }]),
    ],
    [
      bad('ys', 'fewer targets than inputs', '입력보다 적은 정답', [[1, 2], [1], options]),
      bad('xs', 'NaN among the inputs', '입력에 NaN', [[1, Number.NaN], [1, 2], options]),
      bad('ys', 'Infinity among the targets', '정답에 Infinity', [[1, 2], [1, Number.POSITIVE_INFINITY], options]),
      bad('tol', 'tol = −1', 'tol = −1', [[1], [1], { ...options, tol: -1 }]),
      bad('maxSteps', 'maxSteps = 1.5', 'maxSteps = 1.5', [[1], [1], { ...options, maxSteps: 1.5 }]),
      bad('maxSteps', 'maxSteps = −1', 'maxSteps = −1', [[1], [1], { ...options, maxSteps: -1 }]),
    ],
  ),
  check('converges', 'training', 'public', { en: 'Finds y = 2x + 1', ko: 'y = 2x + 1을 찾음' }, converges),
  check('diverges', 'training', 'public', { en: 'Diverges above 2/λmax', ko: '2/λmax를 넘으면 발산' }, diverges),
  check(
    'no-steps',
    'value',
    'public',
    { en: 'Without steps only the loss is known', ko: '단계가 없으면 손실만 계산' },
    each<Args>([fitting(3, { maxSteps: 0 }), fitting(2, { maxSteps: 0, w0: 2, b0: 1 })], all),
  ),
  check(
    'starts-at-optimum',
    'value',
    'hidden',
    { en: 'At the optimum no step is made', ko: '최적점에서는 움직이지 않음' },
    each<Args>([() => [LINE, ON_LINE, { lr: 0.1, maxSteps: 50, tol: 1e-9, w0: 2, b0: 1 }]], all),
  ),
  check('constant-inputs', 'training', 'hidden', { en: 'All inputs equal', ko: '입력이 모두 같을 때' }, constantInputs),
  check(
    'trajectory',
    'training',
    'hidden',
    { en: 'The same path as the reference', ko: '기준과 같은 경로' },
    each<Args>([fitting(5, { maxSteps: 40, tol: 0 }), fitting(8, { maxSteps: 40, tol: 0, lr: 0.1, w0: -2 })], all),
  ),
];
