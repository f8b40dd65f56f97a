import type { Argument, Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf, tensorOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Args = readonly [readonly number[]];

const outputs: NumbersSpec[] = [
  { label: 'mu', path: ['mu'] },
  { label: 'variance', path: ['variance'] },
];

const samples = (random: Random, n: number, offset = 0): number[] =>
  Array.from({ length: n }, () => offset + 4 * random.next() - 2);
const drawn =
  (n: number, offset = 0): Inputs<Args> =>
  (random) => [samples(random, n, offset)];
const these =
  (...xs: number[]): Inputs<Args> =>
  () => [xs];
const fresh: Inputs<Args> = (random) =>
  drawn(random.integer(1, 30), random.integer(-3, 3) * 10 ** random.integer(0, 4))(random);

const gives =
  (...cases: [readonly number[], mu: number, variance: number][]): Check['plan'] =>
  () => ({
    tasks: cases.map(([xs], i) => callTask(String(i), 'gaussianMle', [xs])),
    expectations: cases.flatMap(([, mu, variance], i) => [
      equal('mu', plainOf(String(i), ['mu']), constant(numbersOf([], [mu])), 'plain', 1),
      equal('variance', plainOf(String(i), ['variance']), constant(numbersOf([], [variance])), 'plain', 1),
    ]),
  });

const FAR = 1e9;
const CLOSE: readonly [readonly number[], variance: number][] = [
  [[1, 3], 1],
  [[1, 2, 4, 5], 2.5],
  [[0, 0.5, 3, 0.25], 1.44921875],
];

/** Variances of numbers near a billion, to a millionth: one that was computed in one pass is not exact. */
const farFromZero: Check['plan'] = () => ({
  tasks: CLOSE.map(([xs], i) => callTask(String(i), 'gaussianMle', [xs.map((x) => x + FAR)])),
  expectations: CLOSE.map(([, variance], i) => ({
    expect: 'between',
    label: 'variance',
    actual: plainOf(String(i), ['variance']),
    low: constant(numbersOf([], [variance * (1 - 1e-6)])),
    high: constant(numbersOf([], [variance * (1 + 1e-6)])),
  })),
});

const PERTURBATIONS = 100;

/** No other Gaussian near or far makes the numbers more likely; 1e-9 is for rounding. */
const mostLikely: Check['plan'] = (random) => {
  const moves = Array.from({ length: PERTURBATIONS }, () => {
    const size = 10 ** -random.integer(0, 3);
    return { shift: size * (2 * random.next() - 1), factor: Math.exp(size * (2 * random.next() - 1)) };
  });
  return {
    tasks: [callTask('moved', { driver: 'perturbed' }, [samples(random, 12, 3), moves])],
    expectations: [
      {
        expect: 'between',
        label: 'gain of log-likelihood',
        actual: plainOf('moved', ['gains']),
        low: undefined,
        high: constant(numbersOf([], [1e-9])),
      },
    ],
  };
};

const ZERO = constant(tensorOf([], [0]));
const FACTORS = [3, -2, 0.1];

/** c times the numbers: c times the mean, c² times the variance. */
const scaled = ([xs]: Args, id: string): Plan => ({
  tasks: [
    callTask(id, 'gaussianMle', [xs]),
    ...FACTORS.map((c) => callTask(`${id}, c = ${c}`, 'gaussianMle', [xs.map((x) => c * x)])),
  ],
  expectations: FACTORS.flatMap((c) =>
    (['mu', 'variance'] as const).map((key) =>
      equal(
        key === 'mu' ? 'mu(cx) − c mu(x)' : 'var(cx) − c² var(x)',
        {
          combine: [
            { factor: 1, of: plainOf(`${id}, c = ${c}`, [key]) },
            { factor: key === 'mu' ? -c : -c * c, of: plainOf(id, [key]) },
          ],
        },
        ZERO,
        'plain',
        1,
      ),
    ),
  ),
});

const bad = (name: 'TypeError' | 'RangeError', en: string, ko: string, xs: Argument) => ({
  label: { en, ko },
  args: [xs],
  accept: [{ name, param: 'xs' }],
});

/** Kits N and E with S1–S5 of exercise 17: 12 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'gaussianMle',
    outputs,
    table: [
      { args: [[1, 3]], expected: { mu: 2, variance: 1 } },
      { args: [[0, 0, 6]], expected: { mu: 2, variance: 8 } },
      { args: [[-1, 2, 2, 5]], expected: { mu: 2, variance: 4.5 } },
    ],
    values: [drawn(3), drawn(5), drawn(8, 10), these(100001, 100002, 100002.25), drawn(7, -2e5)],
    fresh,
    boundary: [these(0), these(-7.5), these(3, 3, 3), these(1e150, -1e150), these(1e-150, 0), drawn(500)],
  }),
  ...errors(
    'gaussianMle',
    [
      bad('RangeError', 'no numbers', '숫자 없음', []),
      bad('TypeError', 'a text among the numbers', '숫자 사이에 문자열', [1, '2', 3]),
    ],
    [
      bad('RangeError', 'NaN', 'NaN', [1, Number.NaN]),
      bad('RangeError', 'an infinity', '무한대', [Number.NEGATIVE_INFINITY, 1]),
      bad('TypeError', 'a number in place of xs', 'xs 자리에 숫자', 3),
      bad('TypeError', 'null among the numbers', '숫자 사이에 null', [null, 2]),
    ],
  ),
  check(
    'by-hand',
    'value',
    'public',
    { en: '1, 2, 4, 5: mean 3, variance 2.5', ko: '1, 2, 4, 5: 평균 3, 분산 2.5' },
    gives([[1, 2, 4, 5], 3, 2.5]),
  ),
  check(
    'single',
    'value',
    'public',
    { en: 'One number has variance 0', ko: '숫자 하나의 분산은 0' },
    gives([[4], 4, 0], [[-0.3], -0.3, 0]),
  ),
  check(
    'offset',
    'value',
    'public',
    { en: 'Keeps the variance near a billion', ko: '10억 근처에서도 분산 유지' },
    farFromZero,
  ),
  check(
    'most-likely',
    'value',
    'hidden',
    { en: 'No Gaussian is more likely', ko: '더 그럴듯한 가우시안이 없음' },
    mostLikely,
  ),
  check(
    'scale',
    'value',
    'hidden',
    { en: 'c times the numbers, c² times the variance', ko: '숫자가 c배면 분산은 c²배' },
    each<Args>([drawn(1), drawn(6), drawn(9)], scaled),
  ),
];
