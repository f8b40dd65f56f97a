import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { bernoulliLogLik64 } from './reference64';

type Args = readonly [TensorData, TensorData];

/** Zeros and ones; of two or more there is at least one of each, in a random place. */
function labels(random: Random, n: number): TensorData {
  const first = random.integer(0, 1);
  return tensorOf(
    [n],
    Array.from({ length: n }, (_, i) => (i === 0 ? first : i === 1 ? 1 - first : random.integer(0, 1))),
  );
}

const data =
  (n: number, scale = 2): Inputs<Args> =>
  (random) => [labels(random, n), random.normal([n], scale)];
/** Logits between 0 and 1, which could be taken for probabilities. */
const small =
  (n: number): Inputs<Args> =>
  (random) => [labels(random, n), random.uniform([n], 0.1, 0.9)];
/** Every second logit is 0, where max and |z| have their kinks. */
const atKink =
  (n: number): Inputs<Args> =>
  (random) => {
    const [y, z] = data(n)(random);
    return [y, { ...z, values: z.values.map((value, i) => (i % 2 === 0 ? 0 : value)) }];
  };
const fresh: Inputs<Args> = (random) => data(random.integer(2, 12))(random);
const outputs = [{ label: 'ℓ', path: [], shape: () => [] }];

const filled = (n: number, value: number) => tensorOf([n], Array<number>(n).fill(value));
const changed = (tensor: TensorData, change: (value: number) => number): TensorData => ({
  ...tensor,
  values: tensor.values.map(change),
});

/** Cases with the result that is due. */
const known =
  (cases: (random: Random) => readonly (readonly [Args, number])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'bernoulliLogLik', args)),
      expectations: all.map(([, due], i) => equal('ℓ', outputOf(String(i)), constant(tensorOf([], [due])), 'sum', 10)),
    };
  };

/** A logit of 0 is a fair coin: each toss costs log 2. */
const fairCoin = known((random) => [1, 4, 7].map((n) => [[labels(random, n), zeros([n])], -n * Math.LN2] as const));

/** Right and certain costs nothing, wrong and certain costs |z|. */
const largeLogits = known(() => [
  [[tensorOf([2], [1, 0]), tensorOf([2], [1000, -1000])], 0],
  [[tensorOf([1], [0]), tensorOf([1], [1000])], -1000],
  [[tensorOf([2], [1, 1]), tensorOf([2], [-1000, 1000])], -1000],
]);

/** Heads and tails may change names. */
const symmetric = (random: Random, index: number): Plan => {
  const [y, z] = fresh(random);
  const [heads, tails] = [`${index} heads`, `${index} tails`];
  return {
    tasks: [
      callTask(heads, 'bernoulliLogLik', [y, z]),
      callTask(tails, 'bernoulliLogLik', [changed(y, (label) => 1 - label), changed(z, (logit) => -logit)]),
    ],
    expectations: [equal('ℓ(1 − y, −z)', outputOf(tails), outputOf(heads), 'sum', 10)],
  };
};

/** The gradient is y − σ(z). */
const residuals =
  (terms: number) =>
  ([y, z]: Args, id: string): Plan => {
    const due = Array.from(z.values, (logit, n) => (y.values[n] as number) - 1 / (1 + Math.exp(-logit)));
    return {
      tasks: [vjpTask(id, 'bernoulliLogLik', [y, z], [[1]], tensorOf([], [1]))],
      expectations: [
        equal(gradientLabel('z'), { gradient: id, index: 0 }, constant(tensorOf(z.shape, due)), 'gradient', terms),
      ],
    };
  };

const tenTosses = known(() => [
  [[tensorOf([10], [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]), filled(10, Math.log(7 / 3))], -6.108643],
]);

const [y, z] = [tensorOf([3], [0, 1, 1]), zeros([3])];

/** Kits T, G and E with S1–S6 of exercise 14: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'bernoulliLogLik',
    outputs,
    shapes: [data(2), data(5), data(9)],
    values: [small(2), small(4), data(5)],
    one: [data(1), small(1)],
    fresh,
    terms: 10,
    tolerance: 'sum',
  }),
  ...gradients<Args>({
    fn: 'bernoulliLogLik',
    outputs,
    wrt: [{ name: 'z', path: [1] }],
    values: [data(3), atKink(4), atKink(5)],
    fresh,
    small: data(8),
    stress: [() => [tensorOf([4], [1, 0, 1, 0]), tensorOf([4], [1000, 1000, -1000, -1000])], () => [y, z]],
    forward64: bernoulliLogLik64,
    terms: 10,
  }),
  ...errors(
    'bernoulliLogLik',
    [
      {
        label: { en: 'a 2-D z', ko: '2차원 z' },
        args: [y, zeros([3, 1])],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: '3 labels for 2 logits', ko: '로짓 2개에 레이블 3개' },
        args: [y, zeros([2])],
        accept: [
          { name: 'RangeError', param: 'y' },
          { name: 'RangeError', param: 'z' },
        ],
      },
      {
        label: { en: 'a label of 0.5', ko: '0.5인 레이블' },
        args: [tensorOf([3], [0, 0.5, 1]), z],
        accept: [{ name: 'RangeError', param: 'y' }],
      },
    ],
    [
      {
        label: { en: 'labels of ±1', ko: '±1인 레이블' },
        args: [tensorOf([3], [1, -1, 1]), z],
        accept: [{ name: 'RangeError', param: 'y' }],
      },
      {
        label: { en: 'a label of NaN', ko: 'NaN인 레이블' },
        args: [tensorOf([3], [1, Number.NaN, 1]), z],
        accept: [{ name: 'RangeError', param: 'y' }],
      },
      {
        label: { en: 'int32 labels', ko: 'int32인 레이블' },
        args: [tensorOf([3], [0, 1, 1], 'int32'), z],
        accept: [{ name: 'TypeError', param: 'y' }],
      },
      {
        label: { en: 'an array for z', ko: '배열인 z' },
        args: [y, [0, 0, 0]],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0]), zeros([0])],
        accept: [
          { name: 'RangeError', param: 'y' },
          { name: 'RangeError', param: 'z' },
        ],
      },
    ],
  ),
  check('fair-coin', 'value', 'public', { en: 'z = 0 gives −N log 2', ko: 'z = 0이면 −N log 2' }, fairCoin, {
    requires: ['shape'],
  }),
  check('large-logits', 'value', 'public', { en: 'Logits of ±1000', ko: '±1000인 로짓' }, largeLogits, {
    requires: ['shape'],
  }),
  check(
    'symmetry',
    'property',
    'hidden',
    { en: 'Heads and tails exchanged', ko: '앞면과 뒷면을 맞바꿔도 그대로' },
    (random) => repeat(3, random, symmetric),
    { requires: ['shape'] },
  ),
  check(
    'residuals',
    'gradient',
    'hidden',
    { en: 'The gradient is y − σ(z)', ko: '기울기는 y − σ(z)' },
    each<Args>([data(4), data(7, 5)], residuals(10)),
    { requires: ['shape'] },
  ),
  check(
    'ten-tosses',
    'value',
    'hidden',
    { en: 'Seven heads in ten at the logit of 0.7', ko: '0.7의 로짓에서 열 번 중 앞면 일곱 번' },
    tenTosses,
    { requires: ['shape'] },
  ),
  check(
    'kink',
    'gradient',
    'hidden',
    { en: 'At z = 0 the gradient is exactly y − ½', ko: 'z = 0에서 기울기는 정확히 y − ½' },
    each<Args>([() => [y, z], (random) => [labels(random, 6), zeros([6])]], residuals(1)),
    { requires: ['shape'] },
  ),
];
