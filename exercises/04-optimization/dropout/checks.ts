import type { Argument, Inputs } from '@/grading/checks/argument';
import { type Backward, backward } from '@/grading/checks/backward';
import { callTask, check, constant, each, equal, joinPlans, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import { mulberry32, type Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { dropout64, masked64 } from './reference64';

type Rng = { readonly $rng: number };
type Args = readonly [TensorData, number, boolean, Rng];
type BackArgs = readonly [TensorData, TensorData];

const watched = { driver: 'watched' };
const seed = (random: Random): Rng => ({ $rng: random.integer(0, 1e9) });
/** Activations of `n` examples and `d` units. */
const data =
  (n: number, d: number, rate: number, training = true): Inputs<Args> =>
  (random) => [random.normal([n, d]), rate, training, seed(random)];
const fresh: Inputs<Args> = (random) => {
  const [n, d] = random.extents(2, 2, 9) as [number, number];
  return data(n, d, 0.05 + 0.9 * random.next(), random.next() < 0.8)(random);
};

/** An upstream gradient, and a mask such as the forward makes. */
const masked =
  (n: number, d: number, rate: number): Inputs<BackArgs> =>
  (random) => {
    const mask = random.uniform([n, d], 0, 1);
    return [random.normal([n, d]), { ...mask, values: mask.values.map((u) => (u < rate ? 0 : 1 / (1 - rate))) }];
  };
const kit: Backward<BackArgs, BackArgs> = {
  fn: 'dropoutBackward',
  gradients: [{ name: 'dx', path: [], argument: 0, batched: true }],
  upstream: 0,
  batchArguments: [0, 1],
  // The forward is linear: its gradient is the same at any x.
  forwardInputs: (args) => args,
  forward64: masked64,
  values: [masked(3, 4, 0.25), masked(4, 4, 0.6), masked(2, 5, 0.4)],
  fresh: (random) => {
    const [n, d] = random.extents(2, 2, 9) as [number, number];
    return masked(n, d, 0.05 + 0.9 * random.next())(random);
  },
  small: masked(4, 5, 0.3),
  terms: 1,
};

const y = { label: 'y', path: ['y'], shape: ([x]: Args) => [...x.shape] };
const mask = { label: 'mask', path: ['mask'], shape: ([x]: Args) => [...x.shape] };

/** m² = s·m holds for 0 and s, for no other number. */
const twoValues = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, watched, args)],
  expectations: [
    equal(
      'mask ⊙ mask',
      outputOf(id, ['squared']),
      { combine: [{ factor: 1 / (1 - args[1]), of: outputOf(id, ['mask']) }] },
      'forward',
      1,
    ),
  ],
});

/** Means of 100 000 rows; one per cent is several times what chance moves them by. */
const expectation: Check['plan'] = (random) => {
  const [row, rows] = [[1, -3], 100_000];
  return joinPlans(
    [0.1, 0.3, 0.6].map((rate) => ({
      tasks: [callTask(`rate ${rate}`, { driver: 'average' }, [tensorOf([1, 2], row), rows, rate, seed(random)])],
      expectations: [
        {
          expect: 'between',
          label: 'mean of y',
          actual: outputOf(`rate ${rate}`),
          low: constant(
            tensorOf(
              [2],
              row.map((value) => value - 0.01 * Math.abs(value)),
            ),
          ),
          high: constant(
            tensorOf(
              [2],
              row.map((value) => value + 0.01 * Math.abs(value)),
            ),
          ),
        },
      ],
    })),
  );
};

const identity = (args: Args, id: string): Plan => {
  const [x] = args;
  return {
    tasks: [callTask(id, watched, args)],
    expectations: [
      equal('y', outputOf(id, ['y']), constant(x), 'exact', 1),
      equal('mask', outputOf(id, ['mask']), constant({ ...x, values: x.values.map(() => 1) }), 'exact', 1),
      equal('calls of rng', plainOf(id, ['draws']), constant(numbersOf([], [0])), 'exact', 1),
      equal('y is x itself', plainOf(id, ['isInput']), constant(tensorOf([], [0], 'bool')), 'exact', 1),
    ],
  };
};

/** Masks by the numbers drawn, row by row. Every other time the rate is one of these numbers itself: that one is kept. */
const drawOrder = (random: Random, index: number): Plan => {
  const [n, d] = random.extents(2, 2, 7) as [number, number];
  const rng = seed(random);
  const next = mulberry32(rng.$rng);
  const drawn = Array.from({ length: n * d }, () => next());
  const drawnRate = drawn.find((u) => u > 0.1 && u < 0.9) ?? 0.5;
  const rate = index % 2 === 0 ? 0.1 + 0.8 * random.next() : drawnRate;
  const due = tensorOf(
    [n, d],
    drawn.map((u) => (u < rate ? 0 : 1 / (1 - rate))),
  );
  const id = String(index);
  return {
    tasks: [callTask(id, watched, [random.normal([n, d]), rate, true, rng])],
    expectations: [
      equal('mask', outputOf(id, ['mask']), constant(due), 'forward', 1),
      equal('calls of rng', plainOf(id, ['draws']), constant(numbersOf([], [n * d])), 'exact', 1),
    ],
  };
};

const bad = (
  fn: 'dropout' | 'dropoutBackward',
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  args: readonly Argument[],
): BadInput => ({ fn, label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const same = (text: string) => [text, text] as const;
const [x, rng]: [TensorData, Rng] = [zeros([2, 3]), { $rng: 1 }];

/** Kits T, B, G and E with S1–S4 of exercise 30: 22 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'dropout',
    outputs: [y, mask],
    shapes: [data(2, 3, 0.5), data(5, 2, 0.2), data(3, 4, 0.3, false)],
    values: [data(3, 4, 0.25), data(4, 4, 0.6), data(2, 5, 0.4)],
    one: [data(1, 5, 0.3), data(1, 1, 0.7), data(6, 1, 0.4)],
    fresh,
    terms: 1,
  }),
  ...backward(kit),
  ...gradients<Args>({
    fn: 'dropout',
    outputs: [y],
    wrt: [{ name: 'x', path: [0] }],
    values: [data(3, 4, 0.25), data(5, 3, 0.6), data(3, 3, 0.4, false), data(2, 4, 0.25, false)],
    fresh,
    small: data(4, 5, 0.3),
    stress: [
      data(3, 4, 0.99),
      data(3, 4, 0.4, false),
      data(2, 3, 0),
      (random) => [zeros([3, 2]), 0.5, true, seed(random)],
    ],
    forward64: dropout64,
    terms: 1,
  }),
  ...errors(
    'dropout',
    [
      bad('dropout', 'TypeError', ['x'], ['a 1-D x', '1차원 x'], [zeros([3]), 0.5, true, rng]),
      bad('dropout', 'RangeError', ['rate'], same('rate = 1'), [x, 1, true, rng]),
      bad('dropout', 'RangeError', ['rate'], same('rate = −0.1'), [x, -0.1, true, rng]),
      bad(
        'dropoutBackward',
        'RangeError',
        ['dy', 'mask'],
        ['dy [2, 3] with mask [3, 2]', 'dy [2, 3]과 mask [3, 2]'],
        [x, zeros([3, 2])],
      ),
    ],
    [
      bad(
        'dropout',
        'RangeError',
        ['rate'],
        ['a rate of 1.5 in evaluation', '평가에서 rate = 1.5'],
        [x, 1.5, false, rng],
      ),
      bad('dropout', 'RangeError', ['rate'], same('rate = NaN'), [x, Number.NaN, true, rng]),
      bad('dropout', 'TypeError', ['x'], ['an int32 x', 'int32인 x'], [zeros([2, 3], 'int32'), 0.5, true, rng]),
      bad('dropout', 'RangeError', ['x'], ['no examples', '예시 없음'], [zeros([0, 3]), 0.5, true, rng]),
      bad(
        'dropout',
        'TypeError',
        ['rate'],
        ['a tensor in place of rate', 'rate 자리에 텐서'],
        [x, zeros([]), true, rng],
      ),
      bad('dropout', 'TypeError', ['training'], ['no training', 'training 누락'], [x, 0.5, { $undefined: true }, rng]),
      bad('dropout', 'TypeError', ['rng'], ['a number in place of rng', 'rng 자리에 숫자'], [x, 0.5, true, 0.3]),
      bad('dropoutBackward', 'TypeError', ['dy'], ['a 1-D dy', '1차원 dy'], [zeros([3]), x]),
      bad('dropoutBackward', 'TypeError', ['mask'], ['no mask', 'mask 누락'], [x, { $undefined: true }]),
    ],
  ),
  check(
    'two-values',
    'property',
    'public',
    { en: 'The mask holds 0 and 1/(1 − rate) only', ko: '마스크의 값은 0과 1/(1 − rate)뿐' },
    each<Args>([data(3, 4, 0.25), data(8, 8, 0.6)], twoValues),
    { requires: ['shape'] },
  ),
  check('expectation', 'value', 'public', { en: 'On average y is x', ko: '평균하면 y는 x' }, expectation, {
    requires: ['shape'],
  }),
  check(
    'identity',
    'value',
    'public',
    { en: 'Evaluation and rate 0 change nothing', ko: '평가와 rate 0에서는 그대로' },
    each<Args>([data(2, 3, 0.4, false), data(3, 3, 0.25, false), data(3, 2, 0), data(2, 2, 0, false)], identity),
    { requires: ['shape'] },
  ),
  check(
    'draw-order',
    'value',
    'hidden',
    { en: 'One draw per element, row by row', ko: '원소마다 한 번, 행 순서로 뽑기' },
    (random) => repeat(8, random, drawOrder),
    { requires: ['shape'] },
  ),
];
