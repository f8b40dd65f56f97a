import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Box = readonly [number, number, number, number];
type Options = { iouThreshold: number; scoreThreshold?: number; maxOutput?: number };
type Args = readonly [readonly Box[], readonly number[], Options];

const between = (random: Random, low: number, high: number) => low + (high - low) * random.next();
const scoresOf = (random: Random, n: number) => Array.from({ length: n }, () => random.next());

/** About three boxes around each of some objects. */
const boxesOf = (random: Random, n: number): Box[] => {
  const centres = Array.from({ length: Math.ceil(n / 3) }, () => [between(random, 0, 20), between(random, 0, 20)]);
  return Array.from({ length: n }, () => {
    const [cx, cy] = centres[random.integer(0, centres.length - 1)] as [number, number];
    const [x1, y1] = [cx + between(random, -2, 2), cy + between(random, -2, 2)];
    return [x1, y1, x1 + between(random, 4, 8), y1 + between(random, 4, 8)];
  });
};
const scene =
  (n: number, o: Options): Inputs<Args> =>
  (random) => [boxesOf(random, n), scoresOf(random, n), o];
/** Boxes in a row, shuffled: each overlaps its neighbours by more than 0.4 and those behind them by less. */
const chain =
  (n: number, o: Options = { iouThreshold: 0.4 }): Inputs<Args> =>
  (random) => {
    const boxes = Array.from({ length: n }, (_, i): Box => {
      const x = 3.5 * i + between(random, 0, 0.25);
      return [x, 0, x + 10, 5];
    });
    const order = random.permutation(n);
    return [order.map((i) => boxes[i] as Box), scoresOf(random, n), o];
  };
/** Scores are multiples of 1/4: ties, and scores equal to a threshold. */
const coarse =
  (n: number, o: Options): Inputs<Args> =>
  (random) => [boxesOf(random, n), Array.from({ length: n }, () => random.integer(0, 4) / 4), o];
const fresh: Inputs<Args> = (random) => {
  const n = random.integer(1, 14);
  const o: Options = { iouThreshold: between(random, 0.1, 0.8) };
  if (random.next() < 0.4) o.scoreThreshold = random.integer(0, 3) / 4;
  if (random.next() < 0.4) o.maxOutput = random.integer(0, 5);
  const kinds = [scene(n, o), coarse(n, o), ...(n > 1 ? [chain(n, o)] : [])];
  return (kinds[random.integer(0, kinds.length - 1)] as Inputs<Args>)(random);
};
const given =
  (...args: Args): Inputs<Args> =>
  () =>
    args;

/** Calls with the indices that are due, in this order. */
const due =
  (cases: (random: Random) => readonly (readonly [Args, readonly number[]])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'nms', args)),
      expectations: all.map(([, kept], i) =>
        equal('kept', plainOf(String(i), []), constant(numbersOf([kept.length], kept)), 'exact', 1),
      ),
    };
  };

const permuted = ([boxes, scores, o]: Args, id: string, random: Random): Plan => ({
  tasks: [callTask(id, { driver: 'permuted' }, [boxes, scores, random.permutation(boxes.length), o])],
  expectations: [equal('kept', plainOf(id, ['moved']), plainOf(id, ['kept']), 'exact', 1)],
});

const crowd: Check['plan'] = (random) => ({
  tasks: [
    callTask('crowd', { driver: 'crowd' }, [2000, { $rng: random.integer(0, 1e9) }, { iouThreshold: 0.3 }]),
    callTask('few', { driver: 'crowd' }, [
      2000,
      { $rng: random.integer(0, 1e9) },
      { iouThreshold: 0.1, maxOutput: 50 },
    ]),
  ],
  expectations: ['crowd', 'few'].map((id) => asReference('kept', plainOf(id, []), 'exact', 1)),
});

/** Indices by falling score; no two scores are equal. */
const byScore = (scores: readonly number[]) =>
  [...scores.keys()].sort((i, j) => (scores[j] as number) - (scores[i] as number));

const bad = (params: readonly string[], en: string, ko: string, ...args: readonly Argument[]) => ({
  label: { en, ko },
  args,
  accept: params.map((param) => ({ name: 'RangeError' as const, param })),
});
const [left, middle, right, far]: Box[] = [
  [0, 0, 4, 2],
  [1, 0, 5, 2],
  [3, 0, 7, 2],
  [9, 9, 12, 11],
] as [Box, Box, Box, Box];
const row = [left, middle, right] as [Box, Box, Box];
const half = { iouThreshold: 0.5 };

/** Kits N and E with S1–S7 of exercise 56: 14 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'nms',
    outputs: [{ label: 'kept', path: [], tolerance: 'exact' }],
    table: [
      { args: [[left, middle], [0.6, 0.7], half], expected: { kept: [1] } },
      { args: [[left, far, middle], [0.6, 0.1, 0.7], half], expected: { kept: [2, 1] } },
      { args: [[left, middle], [0.6, 0.7], { iouThreshold: 0.7 }], expected: { kept: [1, 0] } },
      { args: [[left, far, right], [0.3, 0.9, 0.2], { ...half, scoreThreshold: 0.25 }], expected: { kept: [1, 0] } },
      { args: [[left, middle, far], [0.9, 0.8, 0.7], { ...half, maxOutput: 2 }], expected: { kept: [0, 2] } },
      { args: [[left, far], [0.25, 0.5], { ...half, scoreThreshold: 0.25 }], expected: { kept: [1, 0] } },
    ],
    values: [
      scene(5, { iouThreshold: 0.3 }),
      chain(5),
      chain(7),
      scene(8, { iouThreshold: 0.2 }),
      scene(10, { iouThreshold: 0.3, maxOutput: 4 }),
      chain(8, { iouThreshold: 0.4, maxOutput: 3 }),
      coarse(9, { iouThreshold: 0.35, scoreThreshold: 0.5 }),
      coarse(12, { iouThreshold: 0.5, scoreThreshold: 0.25 }),
    ],
    fresh,
    boundary: [
      given([left, middle, far], [0.2, 0.3, 0.1], { ...half, maxOutput: 0 }),
      given([left, middle, far], [0.2, 0.3, 0.1], { ...half, maxOutput: 1 }),
      given([left, middle, far], [0.2, 0.3, 0.1], { ...half, maxOutput: 100 }),
      given([left, right, far], [0.2, 0.3, 0.1], { iouThreshold: 0 }),
      given([left, far], [0.2, 0.3], { ...half, scoreThreshold: 0.9 }),
      given([far, left, middle], [-3, -1, -2], half),
      given(
        [
          [1, 1, 1, 1],
          [1, 1, 1, 1],
          [0, 0, 2, 2],
        ],
        [0.1, 0.3, 0.2],
        { iouThreshold: 0 },
      ),
      given([left, far], [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], half),
    ],
  }),
  ...errors(
    'nms',
    [
      bad(['scores', 'boxes'], 'three boxes with two scores', '상자 셋에 점수 둘', row, [0.5, 0.4], half),
      bad(['iouThreshold'], 'iouThreshold = 1.5', 'iouThreshold = 1.5', row, [3, 2, 1], { iouThreshold: 1.5 }),
      bad(['scores'], 'a score of NaN', 'NaN인 점수', row, [0.5, Number.NaN, 0.4], half),
    ],
    [
      bad(['scores', 'boxes'], 'scores without boxes', '상자 없는 점수', [], [0.5], half),
      bad(['iouThreshold'], 'iouThreshold = −0.1', 'iouThreshold = −0.1', row, [3, 2, 1], { iouThreshold: -0.1 }),
      bad(['iouThreshold'], 'iouThreshold = NaN', 'iouThreshold = NaN', row, [3, 2, 1], { iouThreshold: Number.NaN }),
      bad(['maxOutput'], 'maxOutput = −1', 'maxOutput = −1', row, [3, 2, 1], { ...half, maxOutput: -1 }),
      bad(['maxOutput'], 'maxOutput = 1.5', 'maxOutput = 1.5', row, [3, 2, 1], { ...half, maxOutput: 1.5 }),
      bad(['maxOutput'], 'maxOutput = NaN', 'maxOutput = NaN', row, [3, 2, 1], { ...half, maxOutput: Number.NaN }),
    ],
  ),
  check(
    'empty',
    'value',
    'public',
    { en: 'No boxes', ko: '상자가 없는 입력' },
    due(() => [
      [[[], [], half], []],
      [[[], [], { ...half, scoreThreshold: 0.1, maxOutput: 3 }], []],
    ]),
  ),
  check(
    'suppression-chain',
    'value',
    'public',
    { en: 'A chain: the middle box is gone, and suppresses nobody', ko: '사슬: 사라진 가운데 상자는 억제하지 못함' },
    due(() => [
      [
        [row, [0.9, 0.8, 0.7], { iouThreshold: 0.3 }],
        [0, 2],
      ],
      [
        [row, [0.7, 0.8, 0.9], { iouThreshold: 0.3 }],
        [2, 0],
      ],
      [[row, [0.7, 0.9, 0.8], { iouThreshold: 0.3 }], [1]],
    ]),
  ),
  check(
    'ties',
    'value',
    'public',
    { en: 'Of equal scores the lower index', ko: '점수가 같으면 작은 번호' },
    due(() => [
      [
        [[left, middle, right], [0.5, 0.5, 0.5], { iouThreshold: 0.3 }],
        [0, 2],
      ],
      [
        [[far, middle, left], [0.25, 0.5, 0.5], half],
        [1, 0],
      ],
      [
        [[far, right, left], [0.5, 0.5, 0.5], half],
        [0, 1, 2],
      ],
    ]),
  ),
  check(
    'iou-at-threshold',
    'value',
    'public',
    { en: 'An IoU equal to the threshold does not suppress', ko: 'IoU가 문턱값과 같으면 억제하지 않음' },
    due(() => [
      [
        [
          [
            [0, 0, 2, 1],
            [0, 0, 1, 1],
          ],
          [0.9, 0.8],
          half,
        ],
        [0, 1],
      ],
      [
        [
          [
            [0, 0, 1, 1],
            [0, 0, 2, 2],
          ],
          [0.8, 0.9],
          { iouThreshold: 0.25 },
        ],
        [1, 0],
      ],
      [
        [[left, far], [0.9, 0.8], { iouThreshold: 0 }],
        [0, 1],
      ],
    ]),
  ),
  check(
    'permutation',
    'property',
    'hidden',
    { en: 'Boxes in another order, the same ones kept', ko: '순서를 바꾸어도 같은 상자' },
    each<Args>(
      [chain(4), scene(6, { iouThreshold: 0.3 }), chain(9), scene(12, { iouThreshold: 0.4, maxOutput: 5 })],
      permuted,
    ),
  ),
  check(
    'threshold-one',
    'value',
    'hidden',
    { en: 'A threshold of 1 keeps all boxes, by score', ko: '문턱값 1이면 점수 순서로 모두' },
    due((random) =>
      [scene(3, { iouThreshold: 1 }), chain(6, { iouThreshold: 1 }), scene(11, { iouThreshold: 1 })].map((make) => {
        const [boxes, scores, o] = make(random);
        return [
          [[...boxes, boxes[0] as Box], [...scores, -1], o],
          [...byScore(scores), boxes.length],
        ] as const;
      }),
    ),
  ),
  check('two-thousand', 'value', 'hidden', { en: '2,000 boxes', ko: '상자 2,000개' }, crowd),
];
