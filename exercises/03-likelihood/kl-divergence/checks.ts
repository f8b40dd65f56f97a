import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { klDivergence64 } from './reference64';

type Args = readonly [TensorData, TensorData];

/** Rows of these shares, each divided by its sum. */
function distributions(n: number, k: number, share: (row: number, column: number) => number): TensorData {
  const rows = Array.from({ length: n }, (_, row) => Array.from({ length: k }, (_, column) => share(row, column)));
  const values = rows.flatMap((row) => row.map((value) => value / row.reduce((sum, other) => sum + other, 0)));
  return tensorOf([n, k], values);
}
const between = (random: Random) => 0.05 + 0.95 * random.next();
const positive = (random: Random, n: number, k: number) => distributions(n, k, () => between(random));

/** Two distributions per row, without zeros. */
const data =
  (n: number, k: number): Inputs<Args> =>
  (random) => [positive(random, n, k), positive(random, n, k)];

/** In q some classes are all but impossible, as after a softmax of large logits. */
const sharp =
  (n: number, k: number): Inputs<Args> =>
  (random) => {
    const logits = random.normal([n, k], 8).values;
    return [positive(random, n, k), distributions(n, k, (row, column) => Math.exp(logits[row * k + column] as number))];
  };

/** Every row of p has a zero, and q has one in the same place; other zeros of p are of p alone. k ≥ 2. */
const sparse =
  (n: number, k: number): Inputs<Args> =>
  (random) => {
    const certain = Array.from({ length: n }, () => random.integer(0, k - 1));
    const role = (row: number, column: number) => (column - (certain[row] as number) + k) % k;
    const p = distributions(n, k, (row, column) =>
      role(row, column) === 0 || (role(row, column) > 1 && random.next() < 0.6) ? between(random) : 0,
    );
    return [p, distributions(n, k, (row, column) => (role(row, column) === 1 ? 0 : between(random)))];
  };
const fresh: Inputs<Args> = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return (random.next() < 0.5 ? data : sparse)(n, k)(random);
};
const outputs = [{ label: 'KL', path: [], shape: ([p]: Args) => [p.shape[0] as number] }];

/** Rows of p and q with the divergences that are due. */
const known =
  (cases: readonly (readonly [p: number[][], q: number[][], due: number[]])[]): Check['plan'] =>
  () => ({
    tasks: cases.map(([p, q], i) => {
      const shape = [p.length, (p[0] as number[]).length];
      return callTask(String(i), 'klDivergence', [tensorOf(shape, p.flat()), tensorOf(shape, q.flat())]);
    }),
    expectations: cases.map(([, , due], i) =>
      equal('KL', outputOf(String(i)), constant(tensorOf([due.length], due)), 'forward', 10),
    ),
  });

const same = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'klDivergence', [args[0], args[0]])],
  expectations: [equal('KL', outputOf(id), constant(zeros([args[0].shape[0] as number])), 'forward', 10)],
});

const byHand = known([
  [[[0.5, 0.5]], [[0.9, 0.1]], [0.5 * Math.log(0.25 / 0.09)]],
  [[[0.9, 0.1]], [[0.5, 0.5]], [0.9 * Math.log(1.8) + 0.1 * Math.log(0.2)]],
  [
    [
      [0.5, 0.25, 0.25],
      [0.25, 0.25, 0.5],
    ],
    [
      [0.25, 0.25, 0.5],
      [0.5, 0.25, 0.25],
    ],
    [0.25 * Math.LN2, 0.25 * Math.LN2],
  ],
]);

/** What p never does costs nothing, whatever q expects of it. */
const zerosInP = known([
  [[[1, 0]], [[0.5, 0.5]], [Math.LN2]],
  [
    [
      [0, 0.5, 0.5],
      [0, 0, 1],
    ],
    [
      [0.5, 0.25, 0.25],
      [0.25, 0.5, 0.25],
    ],
    [Math.LN2, 2 * Math.LN2],
  ],
  [
    [
      [1, 0, 0],
      [0.5, 0.5, 0],
    ],
    [
      [1, 0, 0],
      [0.25, 0.75, 0],
    ],
    [0, 0.5 * Math.log(4 / 3)],
  ],
]);

const ruledOut = known([
  [[[0.5, 0.5]], [[1, 0]], [Number.POSITIVE_INFINITY]],
  [
    [
      [0.25, 0.25, 0.5],
      [1, 0, 0],
      [0.5, 0.5, 0],
    ],
    [
      [0.5, 0, 0.5],
      [0, 1, 0],
      [0.25, 0.25, 0.5],
    ],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Math.LN2],
  ],
]);

/** Also of distributions that are nearly equal, where rounding could take the result below 0. */
const notNegative = (args: Args, id: string): Plan => {
  const [p, q] = args;
  const near = { ...q, values: q.values.map((share, i) => 0.999 * (p.values[i] as number) + 0.001 * share) };
  return {
    tasks: [callTask(`${id} apart`, 'klDivergence', [p, q]), callTask(`${id} near`, 'klDivergence', [p, near])],
    expectations: ['apart', 'near'].map((which) => ({
      expect: 'between',
      label: 'KL',
      actual: outputOf(`${id} ${which}`),
      low: constant(tensorOf([], [-1e-6])),
    })),
  };
};

/** −p/q where p is not 0, and 0 where it is, whether q is 0 or not. */
const gradientAtZeros = (args: Args, id: string): Plan => {
  const [p, q] = args;
  const due = Array.from(p.values, (share, i) => (share === 0 ? 0 : -share / (q.values[i] as number)));
  const upstream = tensorOf([p.shape[0] as number], Array<number>(p.shape[0] as number).fill(1));
  return {
    tasks: [vjpTask(id, 'klDivergence', args, [[1]], upstream)],
    expectations: [
      equal(gradientLabel('q'), { gradient: id, index: 0 }, constant(tensorOf(p.shape, due)), 'gradient', 10),
    ],
  };
};

const [p, q] = [tensorOf([2, 3], [1, 0, 0, 0, 0.5, 0.5]), tensorOf([2, 3], [0.5, 0.25, 0.25, 0.25, 0.25, 0.5])];

/** Kits T, G and E with S1–S6 of exercise 18: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'klDivergence',
    outputs,
    shapes: [data(3, 2), data(5, 4), data(2, 6)],
    values: [data(2, 2), data(3, 3), sharp(3, 5), sharp(4, 4)],
    one: [data(1, 4), sparse(1, 3), data(3, 1)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'klDivergence',
    outputs,
    wrt: [{ name: 'q', path: [1] }],
    values: [data(2, 3), sparse(3, 3), sparse(4, 5)],
    fresh,
    small: data(5, 4),
    stress: [
      () => [p, q],
      () => [tensorOf([2, 2], [1, 0, 0.5, 0.5]), tensorOf([2, 2], [1, 0, 1, 1e-15])],
      () => [tensorOf([1, 1], [1]), tensorOf([1, 1], [1])],
    ],
    forward64: klDivergence64,
    terms: 10,
  }),
  ...errors(
    'klDivergence',
    [
      { label: { en: 'a 1-D p', ko: '1차원 p' }, args: [zeros([3]), q], accept: [{ name: 'TypeError', param: 'p' }] },
      {
        label: { en: 'p [2, 3] with q [3, 2]', ko: 'p [2, 3]과 q [3, 2]' },
        args: [p, tensorOf([3, 2], [1, 0, 1, 0, 1, 0])],
        accept: [
          { name: 'RangeError', param: 'q' },
          { name: 'RangeError', param: 'p' },
        ],
      },
      {
        label: { en: 'a row of q that sums to 2', ko: '합이 2인 q의 행' },
        args: [p, tensorOf([2, 3], [1, 0, 0, 1, 0.5, 0.5])],
        accept: [{ name: 'RangeError', param: 'q' }],
      },
    ],
    [
      {
        label: { en: 'a negative share in p', ko: '음수가 있는 p' },
        args: [tensorOf([2, 3], [1, 0, 0, 1.5, -0.5, 0]), q],
        accept: [{ name: 'RangeError', param: 'p' }],
      },
      {
        label: { en: 'a negative share in q', ko: '음수가 있는 q' },
        args: [p, tensorOf([2, 3], [1, 0, 0, -0.5, 1, 0.5])],
        accept: [{ name: 'RangeError', param: 'q' }],
      },
      {
        label: { en: 'logits instead of p', ko: 'p 자리에 로짓' },
        args: [zeros([2, 3]), q],
        accept: [{ name: 'RangeError', param: 'p' }],
      },
      {
        label: { en: 'an int32 p', ko: 'int32인 p' },
        args: [tensorOf([2, 3], [1, 0, 0, 0, 1, 0], 'int32'), q],
        accept: [{ name: 'TypeError', param: 'p' }],
      },
      { label: { en: 'a 1-D q', ko: '1차원 q' }, args: [p, zeros([3])], accept: [{ name: 'TypeError', param: 'q' }] },
      {
        label: { en: 'no rows', ko: '행 없음' },
        args: [zeros([0, 3]), zeros([0, 3])],
        accept: [
          { name: 'RangeError', param: 'p' },
          { name: 'RangeError', param: 'q' },
        ],
      },
    ],
  ),
  check(
    'same',
    'value',
    'public',
    { en: 'KL(p‖p) is 0', ko: 'KL(p‖p)는 0' },
    each<Args>([data(2, 3), sparse(3, 4)], same),
    { requires: ['shape'] },
  ),
  check('by-hand', 'value', 'public', { en: 'Both directions by hand', ko: '손으로 계산한 두 방향' }, byHand, {
    requires: ['shape'],
  }),
  check(
    'not-negative',
    'property',
    'public',
    { en: 'Never negative', ko: '음수가 되지 않음' },
    each<Args>([data(3, 4), data(4, 7)], notNegative),
    { requires: ['shape'] },
  ),
  check('zeros-in-p', 'value', 'public', { en: 'Zeros in p', ko: 'p에 있는 0' }, zerosInP, { requires: ['shape'] }),
  check(
    'ruled-out',
    'value',
    'hidden',
    { en: 'Infinite where q rules out what p does', ko: 'p가 하는 일을 q가 배제하면 무한대' },
    ruledOut,
    { requires: ['shape'] },
  ),
  check(
    'gradient-at-zeros',
    'gradient',
    'hidden',
    { en: 'The gradient where p is 0', ko: 'p가 0인 곳의 기울기' },
    each<Args>([sparse(2, 2), sparse(3, 5)], gradientAtZeros),
    { requires: ['shape'] },
  ),
];
