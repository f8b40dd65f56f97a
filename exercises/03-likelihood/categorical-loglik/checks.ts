import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { categoricalLogLik64 } from './reference64';

type Args = readonly [TensorData, TensorData];

const labelsOf = (random: Random, n: number, k: number) =>
  tensorOf(
    [n],
    Array.from({ length: n }, () => random.integer(0, k - 1)),
    'int32',
  );

/** Labels and logits of `n` examples and `k` classes. */
const data =
  (n: number, k: number, scale = 2): Inputs<Args> =>
  (random) => [labelsOf(random, n, k), random.normal([n, k], scale)];
const fresh: Inputs<Args> = (random) => {
  const [n, k] = random.extents(2, 2, 9) as [number, number];
  return data(n, k)(random);
};
const outputs = [{ label: 'ℓ', path: [], shape: () => [] }];

/** Cases with the result that is due. */
const known =
  (cases: (random: Random) => readonly (readonly [Args, number])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'categoricalLogLik', args)),
      expectations: all.map(([, due], i) => equal('ℓ', outputOf(String(i)), constant(tensorOf([], [due])), 'sum', 10)),
    };
  };

/** All classes equally probable: each example costs log K, whatever its label. */
const uniform = known((random) =>
  [2, 5, 10].map((k) => [[labelsOf(random, 3, k), zeros([3, k])], -3 * Math.log(k)] as const),
);

/** Winners and losers by a thousand: log-probabilities of 0 and −1000, where p is 1 and 0 in float32. */
const largeLogits = known(() => [
  [[tensorOf([2], [1, 0], 'int32'), tensorOf([2, 2], [1000, 0, 0, -1000])], -1000],
  [[tensorOf([2], [0, 2], 'int32'), tensorOf([2, 3], [0, 1000, -1000, 1000, 0, 1000])], -1000 - Math.log(2)],
  [[tensorOf([1], [0], 'int32'), tensorOf([1, 2], [-1000, 1000])], -2000],
]);

const shifted = (random: Random, index: number): Plan => {
  const [labels, z] = data(3 + index, 4)(random);
  const ids = ['z', 'z + 20', 'z − 20'].map((name) => `${index} ${name}`) as [string, string, string];
  const by = (amount: number) => ({ ...z, values: z.values.map((value) => value + amount) });
  return {
    tasks: [0, 20, -20].map((amount, i) => callTask(ids[i] as string, 'categoricalLogLik', [labels, by(amount)])),
    expectations: [
      equal('ℓ(Z + 20)', outputOf(ids[1]), outputOf(ids[0]), 'sum', 10),
      equal('ℓ(Z − 20)', outputOf(ids[2]), outputOf(ids[0]), 'sum', 10),
    ],
  };
};

const oneClass = known((random) => [
  [[tensorOf([1], [0], 'int32'), tensorOf([1, 1], [3])], 0],
  [[tensorOf([3], [0, 0, 0], 'int32'), random.normal([3, 1], 5)], 0],
]);

/** Two classes are a coin with the logit z₁ − z₀: Σ y d − log(1 + e^d). */
const twoClasses = known((random) =>
  [2, 5, 8].map((n) => {
    const [labels, z] = data(n, 2)(random);
    const due = Array.from(labels.values).reduce((sum, label, row) => {
      const d = (z.values[2 * row + 1] as number) - (z.values[2 * row] as number);
      return sum + label * d - Math.log1p(Math.exp(d));
    }, 0);
    return [[labels, z], due] as const;
  }),
);

const rowsSumToZero = (args: Args, id: string): Plan => ({
  tasks: [vjpTask(id, 'categoricalLogLik', args, [[1]], tensorOf([], [1]))],
  expectations: [
    equal(
      `Σₖ ${gradientLabel('Z')}`,
      { sum: { gradient: id, index: 0 }, axis: 1 },
      constant(zeros([args[1].shape[0] as number])),
      'gradient',
      10,
    ),
  ],
});

const [labels, z] = [tensorOf([2], [0, 2], 'int32'), zeros([2, 3])];

/** Kits T, G and E with S1–S6 of exercise 15: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'categoricalLogLik',
    outputs,
    shapes: [data(3, 2), data(5, 4), data(2, 6)],
    // No fewer examples than classes: a label that is taken for a row must find one.
    values: [data(4, 3), data(5, 4), data(3, 3)],
    one: [data(1, 4), data(1, 2)],
    fresh,
    terms: 10,
    tolerance: 'sum',
  }),
  ...gradients<Args>({
    fn: 'categoricalLogLik',
    outputs,
    wrt: [{ name: 'Z', path: [1] }],
    values: [data(4, 3), data(5, 2)],
    fresh,
    small: data(5, 4),
    stress: [() => [tensorOf([2], [0, 1], 'int32'), tensorOf([2, 2], [1000, -1000, 1000, -1000])], () => [labels, z]],
    forward64: categoricalLogLik64,
    terms: 10,
  }),
  ...errors(
    'categoricalLogLik',
    [
      {
        label: { en: 'float32 labels', ko: 'float32인 레이블' },
        args: [zeros([2]), z],
        accept: [{ name: 'TypeError', param: 'labels' }],
      },
      {
        label: { en: '3 labels for 2 examples', ko: '예시 2개에 레이블 3개' },
        args: [zeros([3], 'int32'), z],
        accept: [
          { name: 'RangeError', param: 'labels' },
          { name: 'RangeError', param: 'z' },
        ],
      },
      {
        label: { en: 'label 3 of 3 classes', ko: '클래스가 3개일 때 레이블 3' },
        args: [tensorOf([2], [0, 3], 'int32'), z],
        accept: [{ name: 'RangeError', param: 'labels' }],
      },
    ],
    [
      {
        label: { en: 'label −1', ko: '레이블 −1' },
        args: [tensorOf([2], [-1, 0], 'int32'), z],
        accept: [{ name: 'RangeError', param: 'labels' }],
      },
      {
        label: { en: 'one-hot labels', ko: '원-핫 레이블' },
        args: [zeros([2, 3], 'int32'), z],
        accept: [{ name: 'TypeError', param: 'labels' }],
      },
      {
        label: { en: 'a 1-D z', ko: '1차원 z' },
        args: [labels, zeros([2])],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'an int32 z', ko: 'int32인 z' },
        args: [labels, zeros([2, 3], 'int32')],
        accept: [{ name: 'TypeError', param: 'z' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0], 'int32'), zeros([0, 3])],
        accept: [
          { name: 'RangeError', param: 'labels' },
          { name: 'RangeError', param: 'z' },
        ],
      },
    ],
  ),
  check(
    'uniform',
    'value',
    'public',
    { en: 'Equal logits give −N log K', ko: '로짓이 모두 같으면 −N log K' },
    uniform,
    {
      requires: ['shape'],
    },
  ),
  check('large-logits', 'value', 'public', { en: 'Logits of ±1000', ko: '±1000인 로짓' }, largeLogits, {
    requires: ['shape'],
  }),
  check(
    'shift-invariance',
    'property',
    'public',
    { en: 'Adding a constant changes nothing', ko: '상수를 더해도 그대로' },
    (random) => repeat(2, random, shifted),
    { requires: ['shape'] },
  ),
  check('one-class', 'value', 'hidden', { en: 'A single class is certain', ko: '클래스가 하나면 확실함' }, oneClass, {
    requires: ['shape'],
  }),
  check('two-classes', 'value', 'hidden', { en: 'Two classes are a coin', ko: '클래스가 둘이면 동전' }, twoClasses, {
    requires: ['shape'],
  }),
  check(
    'rows-sum-to-zero',
    'gradient',
    'hidden',
    { en: 'Rows of the gradient sum to 0', ko: '기울기의 각 행의 합은 0' },
    each<Args>([data(3, 4), data(6, 2)], rowsSumToZero),
    { requires: ['shape'] },
  ),
];
