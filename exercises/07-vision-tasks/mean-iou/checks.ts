import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, plainOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, numbersOf } from '@/grading/checks/errors';
import { type NumbersSpec, numbers } from '@/grading/checks/numbers';
import type { Random } from '@/grading/random';

type Labels = readonly number[];
type Args = readonly [Labels, Labels, number] | readonly [Labels, Labels, number, number];

const IGNORE = 255;
const outputs: NumbersSpec[] = [
  { label: 'confusion', path: ['confusion'], tolerance: 'exact' },
  { label: 'iou', path: ['iou'] },
  { label: 'miou', path: ['miou'] },
  { label: 'accuracy', path: ['accuracy'] },
];

/**
 * Each prediction is right with a probability of about 0.6. The classes below `present` occur, as far as there are pixels
 * for them, the others do not.
 */
const pixels =
  (count: number, K: number, present = K, ignored = 0): Inputs<Args> =>
  (random) => {
    const classOf = () => random.integer(0, present - 1);
    const truth = Array.from({ length: count }, (_, i) => (i < present ? i : classOf()));
    const pred = truth.map((t) => (random.next() < 0.6 ? t : classOf()));
    return [pred, truth.map((t, i) => (i >= present && random.next() < ignored ? IGNORE : t)), K];
  };
/** Another label than 255 is ignored. */
const ignoring =
  (label: number, count: number, K: number): Inputs<Args> =>
  (random) => {
    const [pred, truth] = pixels(count, K, K, 0.3)(random);
    return [pred, truth.map((t) => (t === IGNORE ? label : t)), K, label];
  };
const fresh: Inputs<Args> = (random) => {
  const K = random.integer(1, 6);
  const [count, present] = [random.integer(1, 30), random.integer(1, K)];
  return random.next() < 0.2
    ? ignoring(-1, count, K)(random)
    : pixels(count, K, present, random.integer(0, 1) / 4)(random);
};
const given =
  (...args: Args): Inputs<Args> =>
  () =>
    args;

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'meanIou', args)],
  expectations: outputs.map(({ label, path, tolerance = 'plain' }) =>
    asReference(label, plainOf(id, path), tolerance, 1),
  ),
});

type Due = { iou?: Labels; miou?: number; accuracy?: number };
/** Calls with what is due of them. */
const due =
  (cases: (random: Random) => readonly (readonly [Args, Due])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), 'meanIou', args)),
      expectations: all.flatMap(([, { iou, miou, accuracy }], i) => [
        ...(iou ? [equal('iou', plainOf(String(i), ['iou']), constant(numbersOf([iou.length], iou)), 'plain', 1)] : []),
        ...Object.entries({ miou, accuracy }).flatMap(([label, value]) =>
          value === undefined
            ? []
            : [equal(label, plainOf(String(i), [label]), constant(numbersOf([], [value])), 'plain', 1)],
        ),
      ]),
    };
  };

/** Classes under other names: `iou` moves with them, `miou` and `accuracy` stay. */
const renamed = (args: Args, id: string, random: Random): Plan => {
  const [pred, truth, K] = args;
  const names = random.permutation(K);
  const before = names.map((_, name) => names.indexOf(name));
  const rename = (labels: Labels) => labels.map((label) => names[label] ?? label);
  const [given, moved] = [`${id} given`, `${id} renamed`];
  return {
    tasks: [callTask(given, 'meanIou', args), callTask(moved, 'meanIou', [rename(pred), rename(truth), K])],
    expectations: [
      ...['miou', 'accuracy'].map((label) =>
        equal(label, plainOf(moved, [label]), plainOf(given, [label]), 'plain', 1),
      ),
      equal('iou', plainOf(moved, ['iou']), { rows: plainOf(given, ['iou']), take: before }, 'plain', 1),
    ],
  };
};

/** Row sums count the truth, column sums the predictions of the pixels that count. */
const margins = (args: Args, id: string): Plan => {
  const [pred, truth, K] = args;
  const counted = [...truth.keys()].filter((i) => truth[i] !== IGNORE);
  const rows = Array.from({ length: K }, (_, k) => plainOf(id, ['confusion', k]));
  const times = (labels: Labels, k: number) => counted.filter((i) => labels[i] === k).length;
  const classes = rows.map((_, k) => k);
  return {
    tasks: [callTask(id, 'meanIou', args)],
    expectations: [
      ...rows.map((row, k) =>
        equal(
          'sum of a row of confusion',
          { sum: row, axis: 0 },
          constant({ dtype: 'float32', shape: [], values: Float32Array.of(times(truth, k)) }),
          'exact',
          1,
        ),
      ),
      equal(
        'sums of the columns of confusion',
        { combine: rows.map((of) => ({ factor: 1, of })) },
        constant({ dtype: 'float32', shape: [K], values: Float32Array.from(classes, (k) => times(pred, k)) }),
        'exact',
        1,
      ),
    ],
  };
};

/** 19 of 20 pixels are background, and so is every prediction. */
const background = (count: number, K: number): Args => [
  Array(count).fill(0),
  Array.from({ length: count }, (_, i) => (i % 20 === 7 ? 1 : 0)),
  K,
];
const none = [Number.NaN, Number.NaN, Number.NaN];

const bad = (params: readonly string[], en: string, ko: string, ...args: readonly Argument[]) => ({
  label: { en, ko },
  args,
  accept: params.map((param) => ({ name: 'RangeError' as const, param })),
});

/** Kits N and E with S1–S7 of exercise 59: 14 checks. */
export const checks: Check[] = [
  ...numbers<Args>({
    callee: 'meanIou',
    outputs,
    table: [
      {
        args: [[0, 1, 1, 0], [0, 1, 0, 0], 2],
        expected: { iou: [2 / 3, 1 / 2], miou: 7 / 12, accuracy: 3 / 4 },
      },
      {
        args: [[0, 2, 1, 1, 2, 0], [0, 0, 1, 2, 2, 2], 3],
        expected: { iou: [1 / 3, 1 / 2, 1 / 4], miou: 13 / 36, accuracy: 1 / 2 },
      },
      { args: [[1, 0, 1], [0, 1, 0], 2], expected: { iou: [0, 0], miou: 0, accuracy: 0 } },
    ],
    values: [
      pixels(8, 2),
      pixels(12, 3),
      pixels(15, 4, 3),
      pixels(20, 5, 3),
      pixels(16, 3, 3, 0.3),
      pixels(24, 4, 2, 0.3),
    ],
    fresh,
    boundary: [
      given([0], [0], 1),
      given([0, 0], [IGNORE, 0], 1),
      given([2], [0], 3),
      given([0, 1], [0, 0], 2),
      ignoring(0, 12, 3),
      ignoring(-1, 12, 4),
      pixels(400, 2, 2, 0.1),
    ],
  }),
  ...errors(
    'meanIou',
    [
      bad(['pred', 'truth'], 'two predictions for three pixels', '픽셀 셋에 예측 둘', [0, 1], [0, 1, 1], 2),
      bad(['K'], 'K = 0', 'K = 0', [], [], 0),
      bad(['pred'], 'a prediction of class 2 of 2', '클래스가 둘일 때 2라는 예측', [0, 2], [0, 1], 2),
      bad(['truth'], 'a truth of class 2 of 2', '클래스가 둘일 때 2라는 정답', [0, 1], [0, 2], 2),
    ],
    [
      bad(['K'], 'K = 2.5', 'K = 2.5', [0, 1], [0, 1], 2.5),
      bad(['pred'], 'a prediction of −1', '예측 −1', [0, -1], [0, 1], 2),
      bad(['pred'], 'a prediction of 0.5', '예측 0.5', [0, 0.5], [0, 1], 2),
      bad(['pred'], 'a prediction of 255', '예측 255', [0, 255], [0, 255], 2),
      bad(['truth'], 'a truth of −1', '정답 −1', [0, 1], [0, -1], 2),
      bad(['truth'], 'a truth of 0.5', '정답 0.5', [0, 1], [0.5, 1], 2),
      bad(['truth'], '255 where −1 is ignored', '−1을 무시할 때의 255', [0, 1], [0, 255], 2, -1),
    ],
  ),
  check(
    'perfect',
    'value',
    'public',
    { en: 'A perfect prediction: 1', ko: '완벽한 예측: 1' },
    due(() =>
      [
        [0, 1, 2, 1],
        [2, 2, 0, 1, 0, 1, 1],
      ].map((truth) => [[truth, truth, 3], { iou: [1, 1, 1], miou: 1, accuracy: 1 }]),
    ),
  ),
  check(
    'all-background',
    'value',
    'public',
    { en: 'Nothing but background: accuracy 0.95, mIoU 0.475', ko: '모두 배경: 정확도 0.95, mIoU 0.475' },
    due(() =>
      [20, 100].map((count) => [background(count, 2), { iou: [0.95, 0], miou: 0.475, accuracy: 0.95 }] as const),
    ),
  ),
  check(
    'absent',
    'value',
    'public',
    { en: 'A class that does not occur is NaN and not in the mean', ko: '나오지 않는 클래스는 NaN이고 평균에서 제외' },
    due(() => [
      [[[0, 1], [0, 1], 3], { iou: [1, 1, Number.NaN], miou: 1 }],
      [[[2, 2, 0], [2, 0, 0], 4], { iou: [1 / 2, Number.NaN, 1 / 2, Number.NaN], miou: 1 / 2 }],
      [[[1, 0], [0, 0], 3], { iou: [1 / 2, 0, Number.NaN], miou: 1 / 4 }],
    ]),
  ),
  check(
    'ignore',
    'value',
    'public',
    { en: 'Ignored pixels count nowhere', ko: '무시하는 픽셀은 어디에도 세지 않음' },
    each<Args>(
      [
        given([0, 1, 1, 0], [0, 1, 255, 255], 2),
        given([0, 1, 1, 2], [0, 1, 255, 255], 3),
        ignoring(7, 15, 3),
        pixels(18, 4, 4, 0.4),
      ],
      judged,
    ),
  ),
  check(
    'permutation',
    'property',
    'hidden',
    { en: 'Classes under other names', ko: '클래스 이름을 바꾸어도 같은 값' },
    each<Args>([pixels(9, 2), pixels(20, 4), pixels(25, 5, 5, 0.2)], renamed),
  ),
  check(
    'margins',
    'property',
    'hidden',
    { en: 'Rows sum to the truth, columns to the predictions', ko: '행의 합은 정답, 열의 합은 예측의 수' },
    each<Args>([pixels(6, 2), pixels(15, 3), pixels(30, 5)], margins),
  ),
  check(
    'none-valid',
    'value',
    'hidden',
    { en: 'No pixel that counts', ko: '셀 픽셀이 없는 입력' },
    due(() => [
      [[[], [], 3], { iou: none, miou: Number.NaN, accuracy: Number.NaN }],
      [[[0, 2], [255, 255], 3], { iou: none, miou: Number.NaN, accuracy: Number.NaN }],
      [[[1], [0], 3, 0], { iou: none, miou: Number.NaN, accuracy: Number.NaN }],
    ]),
  ),
];
