import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { standardize64 } from './reference64';

type Args = readonly [TensorData, number];

/** Columns of different location and scale; ε large enough to show where it stands. */
const matrix =
  (n: number, d: number, eps = 0.1): Inputs<Args> =>
  (random) => {
    const x = random.normal([n, d]);
    return [{ ...x, values: x.values.map((value, i) => value * (1 + (i % d)) + 2 * (i % d)) }, eps];
  };
const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return matrix(n, d, random.uniform([], 1e-3, 1).values[0])(random);
};
const spec = {
  fn: 'standardize',
  outputs: [{ label: 'Y', path: [], shape: ([x]: Args) => [...x.shape] }],
  values: [matrix(3, 3), matrix(4, 4, 0.5), matrix(5, 2, 1)],
  fresh,
  terms: 10,
};

const changed = (tensor: TensorData, change: (value: number) => number): TensorData => ({
  ...tensor,
  values: tensor.values.map(change),
});

const meanIsZero: Check['plan'] = (random) =>
  repeat(2, random, (source, index) => {
    const [n, d] = [4 + index, 3 - index];
    const id = String(index);
    return {
      tasks: [callTask(id, 'standardize', matrix(n, d)(source))],
      expectations: [
        equal('Σₙ Y', { sum: outputOf(id), axis: 0 }, constant(zeros([d])), 'forward', 10),
        { expect: 'between', label: 'Y', actual: outputOf(id), low: constant(tensorOf([], [-n])) },
      ],
    };
  });

/** With x of two rows ±a the variance is a², so that y = ±a/√(a² + ε). */
const varianceShrinks: Check['plan'] = () => {
  const sizes = [0.1, 1, 10];
  const x = tensorOf([2, 3], [...sizes, ...sizes.map((a) => -a)]);
  const due = sizes.map((a) => a / Math.sqrt(a * a + 0.5));
  return {
    tasks: [callTask('call', 'standardize', [x, 0.5])],
    expectations: [
      equal('Y', outputOf('call'), constant(tensorOf([2, 3], [...due, ...due.map((y) => -y)])), 'forward', 10),
    ],
  };
};

const shifted = (random: Random, index: number): Plan => {
  const [x, eps] = fresh(random);
  const [plain, moved] = [`${index} x`, `${index} x + 10`];
  return {
    tasks: [
      callTask(plain, 'standardize', [x, eps]),
      callTask(moved, 'standardize', [changed(x, (value) => value + 10), eps]),
    ],
    expectations: [equal('standardize(X + 10)', outputOf(moved), outputOf(plain), 'gradient', 10)],
  };
};

const constantColumn = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'standardize', args)],
  expectations: [asReference('Y', outputOf(id), 'forward', 10)],
});

const x = zeros([2, 3]);

/** Kits T, G and E with S1–S4 of exercise 1: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    ...spec,
    shapes: [matrix(2, 3), matrix(5, 2), matrix(3, 6)],
    one: [matrix(1, 4), matrix(1, 1)],
  }),
  ...gradients<Args>({
    ...spec,
    wrt: [{ name: 'X', path: [0] }],
    small: matrix(4, 3),
    stress: [matrix(1, 3), () => [zeros([4, 2]), 1e-5]],
    forward64: standardize64,
  }),
  ...errors(
    'standardize',
    [
      { label: { en: 'a 1-D x', ko: '1차원 x' }, args: [zeros([3])], accept: [{ name: 'TypeError', param: 'x' }] },
      { label: { en: 'eps = 0', ko: 'eps = 0' }, args: [x, 0], accept: [{ name: 'RangeError', param: 'eps' }] },
    ],
    [
      { label: { en: 'an array', ko: '배열' }, args: [[[1, 2]]], accept: [{ name: 'TypeError', param: 'x' }] },
      {
        label: { en: 'an int32 x', ko: 'int32인 x' },
        args: [zeros([2, 3], 'int32')],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      { label: { en: 'no rows', ko: '행 없음' }, args: [zeros([0, 3])], accept: [{ name: 'RangeError', param: 'x' }] },
      {
        label: { en: 'no columns', ko: '열 없음' },
        args: [zeros([3, 0])],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
      {
        label: { en: 'eps = NaN', ko: 'eps = NaN' },
        args: [x, Number.NaN],
        accept: [{ name: 'RangeError', param: 'eps' }],
      },
    ],
  ),
  check('mean-zero', 'property', 'public', { en: 'Every column sums to 0', ko: '모든 열의 합은 0' }, meanIsZero, {
    requires: ['shape'],
  }),
  check(
    'variance',
    'value',
    'public',
    { en: 'The variance becomes v/(v + ε)', ko: '분산은 v/(v + ε)이 됨' },
    varianceShrinks,
    { requires: ['shape'] },
  ),
  check(
    'shift-invariance',
    'property',
    'hidden',
    { en: 'Adding a constant changes nothing', ko: '상수를 더해도 결과는 같음' },
    (random) => repeat(3, random, shifted),
    { requires: ['shape'] },
  ),
  check(
    'constant-column',
    'value',
    'hidden',
    { en: 'A constant column becomes 0', ko: '값이 모두 같은 열은 0이 됨' },
    each<Args>(
      [() => [tensorOf([3, 2], [5, 1, 5, 2, 5, 4]), 1e-5], () => [tensorOf([2, 1], [-7, -7]), 1]],
      constantColumn,
    ),
    { requires: ['shape'] },
  ),
];
