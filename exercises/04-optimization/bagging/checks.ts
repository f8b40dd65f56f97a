import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Rng = { readonly $rng: number };
/** n and the rng of one bootstrap; model, B and the rng of an ensemble; where it predicts. */
type Args = readonly [number, Rng, string, number, Rng, readonly number[]];

const callee = { driver: 'ensemble' };
const MODELS = ['mean', 'nearest', 'order'] as const;
const outputs: NumbersSpec[] = [
  { label: 'sample', path: ['sample'], tolerance: 'exact' },
  { label: 'oob', path: ['oob'], tolerance: 'exact' },
  { label: 'oobCounts', path: ['oobCounts'], tolerance: 'exact' },
  { label: 'predictions', path: ['predictions'] },
];

const seed = (random: Random): Rng => ({ $rng: random.integer(0, 1e9) });
const ensemble =
  (n: number, model: string, B: number): Inputs<Args> =>
  (random) => [n, seed(random), model, B, seed(random), [0, 1, 2].map(() => n * random.next())];
const fresh: Inputs<Args> = (random) =>
  ensemble(random.integer(1, 12), MODELS[random.integer(0, 2)] as string, random.integer(1, 8))(random);

/** The mulberry32 of seed 0 begins with 0.266, 0.0003, 0.223, 0.146. */
const ZERO: Rng = { $rng: 0 };

const only =
  (keys: readonly string[]) =>
  (args: Args, id: string): Plan => ({
    tasks: [callTask(id, callee, args)],
    expectations: outputs
      .filter(({ label }) => keys.includes(label))
      .map(({ label, path, tolerance = 'plain' }) => asReference(label, plainOf(id, path), tolerance, 1)),
  });

const lengths: Check['plan'] = (random) => ({
  tasks: [1, 2, 9, 40].map((n) => callTask(String(n), 'bootstrap', [n, seed(random)])),
  expectations: [1, 2, 9, 40].map((n) =>
    equal('length of sample', plainOf(String(n), ['sample', 'length']), constant(numbersOf([], [n])), 'exact', 1),
  ),
});

const fits = (args: Args, id: string): Plan => {
  const [n, , , B] = args;
  const due = numbersOf([B], Array<number>(B).fill(n));
  return {
    tasks: [callTask(id, callee, args)],
    expectations: [equal('sizes of the bags fitted', plainOf(id, ['bagSizes']), constant(due), 'exact', 1)],
  };
};

const constants = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, callee, args)],
  expectations: [
    equal('predictions', plainOf(id, ['predictions']), constant(numbersOf([3], [2.5, 2.5, 2.5])), 'plain', 1),
  ],
});

const B = 10;
/** A statistic of many draws lies between two numbers: by chance alone it is out less than once in a million. */
const statistic =
  (label: string, key: string, low: number, high: number): Check['plan'] =>
  (random) => ({
    tasks: [callTask('many', { driver: 'statistics' }, [seed(random), B, 400])],
    expectations: [
      {
        expect: 'between',
        label,
        actual: plainOf('many', [key]),
        low: constant(numbersOf([], [low])),
        high: constant(numbersOf([], [high])),
      },
    ],
  });

const bad = (
  fn: 'bootstrap' | 'bagging',
  name: 'TypeError' | 'RangeError',
  param: string,
  [en, ko]: readonly [string, string],
  args: readonly Argument[],
  driver?: string,
): BadInput => ({ fn, label: { en, ko }, args, accept: [{ name, param }], ...(driver ? { driver } : {}) });
const same = (text: string) => [text, text] as const;

/** Kits N and E with S1–S6 of exercise 21: 13 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee,
    outputs,
    table: [
      {
        args: [1, ZERO, 'mean', 3, ZERO, [0]],
        expected: { sample: [0], oob: [], oobCounts: [0], predictions: [0] },
      },
      {
        args: [2, ZERO, 'nearest', 1, ZERO, [0, 1]],
        expected: { sample: [0, 0], oob: [1], oobCounts: [0, 1], predictions: [0, 0] },
      },
      {
        args: [2, ZERO, 'constant', 2, ZERO, [5]],
        expected: { sample: [0, 0], oob: [1], oobCounts: [0, 2], predictions: [2.5] },
      },
    ],
    values: [ensemble(3, 'mean', 2), ensemble(5, 'nearest', 3), ensemble(6, 'order', 4), ensemble(9, 'mean', 5)],
    fresh,
    boundary: [ensemble(1, 'order', 1), ensemble(1, 'mean', 6), ensemble(7, 'nearest', 1), ensemble(60, 'order', 40)],
  }),
  ...errors(
    'bootstrap',
    [
      bad('bootstrap', 'RangeError', 'n', same('n = 0'), [0, ZERO]),
      bad('bagging', 'RangeError', 'B', same('B = 0'), [3, 0, ZERO], 'bag'),
      bad('bagging', 'TypeError', 'fit', ['a number in place of fit', 'fit 자리에 숫자'], [3, 5, 2, ZERO]),
    ],
    [
      bad('bootstrap', 'RangeError', 'n', same('n = 2.5'), [2.5, ZERO]),
      bad('bootstrap', 'TypeError', 'rng', ['a number in place of rng', 'rng 자리에 숫자'], [3, 0.5]),
      bad('bagging', 'RangeError', 'n', same('n = −1'), [-1, 2, ZERO], 'bag'),
      bad('bagging', 'RangeError', 'n', same('n = 1.5'), [1.5, 2, ZERO], 'bag'),
      bad('bagging', 'RangeError', 'B', same('B = 2.5'), [3, 2.5, ZERO], 'bag'),
      bad('bagging', 'TypeError', 'rng', ['a number in place of rng', 'rng 자리에 숫자'], [3, 2, 0.5], 'bag'),
    ],
  ),
  check(
    'one-example',
    'value',
    'public',
    { en: 'One example is always in the bag', ko: '예시가 하나면 늘 표본에 있음' },
    each<Args>([ensemble(1, 'mean', 1), ensemble(1, 'order', 4)], only(['sample', 'oob', 'oobCounts'])),
  ),
  check('as-many', 'value', 'public', { en: 'A bag holds n indices', ko: '표본에는 번호가 n개' }, lengths),
  check(
    'unique-share',
    'value',
    'hidden',
    { en: '63.2 % of a bag are different', ko: '표본에서 서로 다른 것은 63.2 %' },
    statistic('mean share of different indices', 'unique', 0.6323 - 0.005, 0.6323 + 0.005),
  ),
  check(
    'fits',
    'budget',
    'hidden',
    { en: 'Fits B times, on n indices', ko: '번호 n개로 B번 맞춤' },
    each<Args>([ensemble(4, 'nearest', 1), ensemble(6, 'mean', 7)], fits),
  ),
  check(
    'constant-models',
    'value',
    'hidden',
    { en: 'The mean of equal models is that model', ko: '같은 모델의 평균은 그 모델' },
    each<Args>([ensemble(3, 'constant', 1), ensemble(8, 'constant', 12)], constants),
  ),
  check(
    'variance-falls',
    'value',
    'hidden',
    { en: 'Ten models have a tenth of the variance', ko: '모델 열 개의 분산은 10분의 1' },
    statistic('variance of 10 models / of one', 'ratio', 0.05, 0.2),
  ),
];
