import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradientLabel, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { gaussianLogLik64 } from './reference64';

type Args = readonly [TensorData, TensorData, TensorData];

const scalar = (value: number) => tensorOf([], [value]);

/** `n` observations around a mean of their own, log σ as given: far enough from 0 for each slip with it to show. */
const sample =
  (n: number, logSigma = 0.4): Inputs<Args> =>
  (random) => {
    const [mu, x] = [random.normal([], 2), random.normal([n], 1.5)];
    return [{ ...x, values: x.values.map((value) => value + (mu.values[0] as number)) }, mu, scalar(logSigma)];
  };
const fresh: Inputs<Args> = (random) =>
  sample(random.integer(2, 12), random.uniform([], -0.8, 1.2).values[0] as number)(random);
const outputs = [{ label: 'ℓ', path: [], shape: () => [] }];

/** Cases with the result that is due. */
const known =
  (cases: readonly (readonly [Args, number])[]): Check['plan'] =>
  () => ({
    tasks: cases.map(([args], i) => callTask(String(i), 'gaussianLogLik', args)),
    expectations: cases.map(([, due], i) => equal('ℓ', outputOf(String(i)), constant(scalar(due)), 'sum', 10)),
  });

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const squaredError = (x: TensorData, mu: number) => mean(Array.from(x.values, (value) => (value - mu) ** 2));
const moved = (tensor: TensorData, by: number): TensorData => ({
  ...tensor,
  values: tensor.values.map((value) => value + by),
});

/** Both slopes are 0 at the mean and the mean squared deviation. */
const maximum = ([x]: Args, id: string): Plan => {
  const mu = mean(x.values);
  const estimates = [scalar(mu), scalar(0.5 * Math.log(squaredError(x, mu)))] as const;
  return {
    tasks: [vjpTask(id, 'gaussianLogLik', [x, ...estimates], [[1], [2]], scalar(1))],
    expectations: ['μ', 'log σ'].map((name, index) =>
      equal(gradientLabel(name), { gradient: id, index }, constant(scalar(0)), 'gradient', 10),
    ),
  };
};

const shifted = (random: Random, index: number): Plan => {
  const [x, mu, logSigma] = fresh(random);
  const [plain, other] = [`${index} x`, `${index} x + 3`];
  return {
    tasks: [
      callTask(plain, 'gaussianLogLik', [x, mu, logSigma]),
      callTask(other, 'gaussianLogLik', [moved(x, 3), moved(mu, 3), logSigma]),
    ],
    expectations: [equal('ℓ(x + 3, μ + 3)', outputOf(other), outputOf(plain), 'sum', 10)],
  };
};

const additive = (random: Random, index: number): Plan => {
  const [first, mu, logSigma] = fresh(random);
  const second = moved(random.normal([3 + index]), mu.values[0] as number);
  const both = tensorOf([first.values.length + second.values.length], [...first.values, ...second.values]);
  const ids = ['A', 'B', 'A, B'].map((name) => `${index} ${name}`) as [string, string, string];
  return {
    tasks: [first, second, both].map((x, i) => callTask(ids[i] as string, 'gaussianLogLik', [x, mu, logSigma])),
    expectations: [
      equal(
        'ℓ(A, B)',
        outputOf(ids[2]),
        {
          combine: [
            { factor: 1, of: outputOf(ids[0]) },
            { factor: 1, of: outputOf(ids[1]) },
          ],
        },
        'sum',
        10,
      ),
    ],
  };
};

/** Between two means the log-likelihood differs by −N · ΔMSE / 2σ². */
const squaredErrors = (random: Random, index: number): Plan => {
  const [x, mu, logSigma] = fresh(random);
  const other = moved(mu, 1 + index);
  const [here, there] = [`${index} μ`, `${index} other μ`];
  const [centre, centreThere, logScale] = [mu, other, logSigma].map(({ values }) => values[0] as number) as [
    number,
    number,
    number,
  ];
  const change = squaredError(x, centreThere) - squaredError(x, centre);
  const due = (-x.values.length * change) / (2 * Math.exp(2 * logScale));
  return {
    tasks: [
      callTask(here, 'gaussianLogLik', [x, mu, logSigma]),
      callTask(there, 'gaussianLogLik', [x, other, logSigma]),
    ],
    expectations: [
      equal(
        'ℓ(μ₂) − ℓ(μ₁)',
        {
          combine: [
            { factor: 1, of: outputOf(there) },
            { factor: -1, of: outputOf(here) },
          ],
        },
        constant(scalar(due)),
        'sum',
        10,
      ),
    ],
  };
};

const [x, mu, logSigma] = [zeros([3]), zeros([]), zeros([])];

/** Kits T, G and E with S1–S6 of exercise 16: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'gaussianLogLik',
    outputs,
    shapes: [sample(2), sample(5), sample(9)],
    values: [sample(3), sample(5, 0.8), sample(4, -0.5)],
    one: [sample(1), sample(1, -1)],
    fresh,
    terms: 10,
    tolerance: 'sum',
  }),
  ...gradients<Args>({
    fn: 'gaussianLogLik',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'μ', path: [1] },
      { name: 'log σ', path: [2] },
    ],
    values: [sample(3), sample(5, -0.5)],
    fresh,
    small: sample(6),
    stress: [
      () => [tensorOf([2], [1000, -1000]), scalar(0), scalar(-2)],
      () => [zeros([3]), scalar(0), scalar(20)],
      () => [tensorOf([1], [3]), scalar(3), scalar(-10)],
    ],
    forward64: gaussianLogLik64,
    terms: 10,
  }),
  ...errors(
    'gaussianLogLik',
    [
      {
        label: { en: 'a 2-D x', ko: '2차원 x' },
        args: [zeros([3, 1]), mu, logSigma],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'mu of shape [1]', ko: '형태가 [1]인 mu' },
        args: [x, zeros([1]), logSigma],
        accept: [{ name: 'TypeError', param: 'mu' }],
      },
      {
        label: { en: 'no observations', ko: '관측값 없음' },
        args: [zeros([0]), mu, logSigma],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
    ],
    [
      {
        label: { en: 'a number for logSigma', ko: '수인 logSigma' },
        args: [x, mu, 0],
        accept: [{ name: 'TypeError', param: 'logSigma' }],
      },
      {
        label: { en: 'logSigma of shape [3]', ko: '형태가 [3]인 logSigma' },
        args: [x, mu, zeros([3])],
        accept: [{ name: 'TypeError', param: 'logSigma' }],
      },
      {
        label: { en: 'an int32 x', ko: 'int32인 x' },
        args: [zeros([3], 'int32'), mu, logSigma],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'an array for x', ko: '배열인 x' },
        args: [[1, 2], mu, logSigma],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'an int32 mu', ko: 'int32인 mu' },
        args: [x, zeros([], 'int32'), logSigma],
        accept: [{ name: 'TypeError', param: 'mu' }],
      },
    ],
  ),
  check(
    'density-above-one',
    'value',
    'public',
    { en: 'x = μ and σ = 0.1: a density of 3.989', ko: 'x = μ, σ = 0.1일 때 밀도는 3.989' },
    known([
      [[tensorOf([1], [2]), scalar(2), scalar(Math.log(0.1))], 1.383647],
      [[tensorOf([2], [-1, -1]), scalar(-1), scalar(Math.log(0.1))], 2 * 1.383647],
    ]),
    { requires: ['shape'] },
  ),
  check(
    'four-numbers',
    'value',
    'public',
    { en: '1, 2, 4, 5 with μ = 3 and σ² = 2.5', ko: 'μ = 3, σ² = 2.5일 때 1, 2, 4, 5' },
    known([[[tensorOf([4], [1, 2, 4, 5]), scalar(3), scalar(0.5 * Math.log(2.5))], -7.508336]]),
    { requires: ['shape'] },
  ),
  check(
    'maximum',
    'gradient',
    'hidden',
    { en: 'Both slopes are 0 at the estimates', ko: '추정값에서 두 기울기는 0' },
    each<Args>([() => [tensorOf([4], [1, 2, 4, 5]), mu, logSigma], sample(7), sample(11)], maximum),
    { requires: ['shape'] },
  ),
  check(
    'shift',
    'property',
    'hidden',
    { en: 'Data and mean moved together', ko: '데이터와 평균을 함께 옮겨도 그대로' },
    (random) => repeat(3, random, shifted),
    { requires: ['shape'] },
  ),
  check(
    'additivity',
    'property',
    'hidden',
    { en: 'Samples add up', ko: '표본에 대한 가법성' },
    (random) => repeat(3, random, additive),
    { requires: ['shape'] },
  ),
  check(
    'squared-errors',
    'property',
    'hidden',
    { en: 'In μ it is the mean squared error', ko: 'μ의 함수로는 평균제곱오차' },
    (random) => repeat(3, random, squaredErrors),
    { requires: ['shape'] },
  ),
];
