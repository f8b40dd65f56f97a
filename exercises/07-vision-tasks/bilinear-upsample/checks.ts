import type { Argument, Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { bilinear64 } from './reference64';

type Args = readonly [TensorData, number, number];
type Extents = readonly [n: number, h: number, w: number, c: number];

const fn = 'bilinear';
/** Products with at most two weights other than 0, along two axes. */
const TERMS = 4;

const data =
  (extents: Extents, outH: number, outW: number): Inputs<Args> =>
  (random) => [random.normal(extents), outH, outW];
const fresh: Inputs<Args> = (random) => {
  const [h, w, c] = random.extents(3, 1, 5) as [number, number, number];
  const [outH, outW] = random.extents(2, 1, 8) as [number, number];
  return data([random.integer(1, 2), h, w, Math.min(c, 3)], outH, outW)(random);
};
const outputs = [
  {
    label: 'y',
    path: [],
    shape: ([x, outH, outW]: Args) => [x.shape[0] as number, outH, outW, x.shape[3] as number],
  },
];

/** Calls with the result that is due. */
const known =
  (cases: (random: Random) => readonly (readonly [Args, TensorData])[]): Check['plan'] =>
  (random) => {
    const all = cases(random);
    return {
      tasks: all.map(([args], i) => callTask(String(i), fn, args)),
      expectations: all.map(([, due], i) => equal('y', outputOf(String(i)), constant(due), 'forward', TERMS)),
    };
  };
/** One image of one channel, row by row. */
const image = (rows: readonly (readonly number[])[]) =>
  tensorOf([1, rows.length, (rows[0] as readonly number[]).length, 1], rows.flat());

const sameSize = known((random) =>
  (
    [
      [1, 2, 3, 1],
      [2, 3, 3, 2],
      [1, 5, 2, 3],
    ] as const
  ).map((extents) => {
    const x = random.normal(extents);
    return [[x, extents[1], extents[2]], x] as const;
  }),
);

/** Every channel has a value of its own. */
const constantImages = known(() =>
  (
    [
      [[1, 2, 3], 3, 5],
      [[1, 3, 3], 7, 4],
      [[2, 4, 2], 2, 3],
    ] as const
  ).map(([[n, h, w], outH, outW]) => {
    const fill = (height: number, width: number) =>
      tensorOf([n, height, width, 2], Array.from({ length: n * height * width }, () => [2.5, -7]).flat());
    return [[fill(h, w), outH, outW], fill(outH, outW)] as const;
  }),
);

/** Values of PyTorch, interpolate(mode='bilinear', align_corners=False), in sixteenths. */
const doubled = known(() => [
  [
    [
      image([
        [1, 2, 4, 8],
        [3, 5, 7, 6],
        [9, 0, 2, 1],
      ]),
      6,
      8,
    ],
    image(
      [
        [16, 20, 28, 40, 56, 80, 112, 128],
        [24, 29, 39, 52, 68, 87, 109, 120],
        [40, 47, 61, 76, 92, 101, 103, 104],
        [72, 69, 63, 68, 84, 88, 80, 76],
        [120, 95, 45, 28, 44, 48, 40, 36],
        [144, 108, 36, 8, 24, 28, 20, 16],
      ].map((row) => row.map((value) => value / 16)),
    ),
  ],
]);

/** Three pixels to two lie at 0.25 and 1.75: ¾ and ¼ of the neighbours. */
const smaller = known(() => [
  [
    [
      image([
        [1, 5, 3],
        [2, 8, 0],
        [7, 4, 6],
      ]),
      2,
      2,
    ],
    image([
      [2.375, 3.125],
      [5.5625, 4.625],
    ]),
  ],
  [[image([[4], [8], [0]]), 2, 1], image([[5], [2]])],
  [[image([[4, 8, 0]]), 1, 2], image([[5, 2]])],
]);

/** Where output pixel i lies in the source, by the middle of the pixel. */
const centre = (i: number, size: number, out: number) =>
  Math.min(Math.max(((2 * i + 1) * size) / (2 * out) - 0.5, 0), size - 1);

/** x = a·row + b·column + c: linear interpolation gives the same at the coordinates in between. */
const ramps = known((random) =>
  (
    [
      [3, 4, 6, 8],
      [4, 5, 7, 3],
      [2, 6, 5, 9],
    ] as const
  ).map(([h, w, outH, outW]) => {
    const [a, b, c] = [random.next() + 0.5, random.next() - 1.5, random.next()];
    const plane = (height: number, width: number) =>
      image(
        Array.from({ length: height }, (_, i) =>
          Array.from({ length: width }, (_, j) => a * centre(i, h, height) + b * centre(j, w, width) + c),
        ),
      );
    return [[plane(h, w), outH, outW], plane(outH, outW)] as const;
  }),
);

/** One image for each source pixel, with a 1 there: its result is the weight of that pixel. All weights sum to 1. */
const impulses = (h: number, w: number): TensorData => {
  const pixels = Array.from({ length: h * w }, (_, at) => at);
  return tensorOf(
    [h * w, h, w, 1],
    pixels.flatMap((hot) => pixels.map((at) => (at === hot ? 1 : 0))),
  );
};
const weightsSumToOne = ([x, outH, outW]: Args, id: string): Plan => ({
  tasks: [callTask(id, fn, [x, outH, outW])],
  expectations: [
    asReference('y', outputOf(id), 'forward', TERMS),
    equal(
      'sum of the weights',
      { sum: outputOf(id), axis: 0 },
      constant(tensorOf([outH, outW, 1], Array<number>(outH * outW).fill(1))),
      'forward',
      10,
    ),
  ],
});
const impulsesTo =
  (h: number, w: number, outH: number, outW: number): Inputs<Args> =>
  () => [impulses(h, w), outH, outW];

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, fn, args)],
  expectations: [asReference('y', outputOf(id), 'forward', TERMS)],
});

const bad = (
  name: 'TypeError' | 'RangeError',
  param: 'x' | 'outH' | 'outW',
  en: string,
  ko: string,
  ...args: readonly Argument[]
) => ({ label: { en, ko }, args, accept: [{ name, param }] });
const x = zeros([1, 2, 3, 1]);
const after = { requires: ['shape'] };

/** Kits T, G and E with S1–S7 of exercise 58: 19 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn,
    outputs,
    shapes: [data([1, 2, 3, 4], 5, 7), data([2, 4, 3, 1], 3, 6), data([3, 3, 5, 2], 4, 1)],
    values: [
      data([1, 2, 2, 1], 4, 4),
      data([1, 3, 4, 2], 6, 8),
      data([1, 3, 3, 1], 5, 5),
      data([2, 4, 3, 2], 3, 7),
      data([1, 5, 2, 3], 2, 5),
    ],
    one: [data([1, 3, 2, 1], 4, 5), data([1, 1, 1, 2], 3, 2), data([1, 4, 3, 2], 1, 1)],
    fresh,
    terms: TERMS,
  }),
  ...gradients<Args>({
    fn,
    outputs,
    wrt: [{ name: 'x', path: [0] }],
    values: [data([1, 2, 3, 2], 4, 5), data([2, 4, 3, 1], 3, 7), data([1, 3, 3, 2], 6, 6)],
    fresh,
    small: data([2, 3, 4, 2], 5, 3),
    stress: [
      () => [tensorOf([1, 2, 2, 1], [1e30, -1e30, 1e30, 0]), 3, 5],
      () => [zeros([1, 3, 2, 2]), 2, 1],
      () => [zeros([1, 1, 1, 1]), 4, 4],
    ],
    forward64: bilinear64,
    terms: 10,
  }),
  ...errors(
    fn,
    [
      bad('TypeError', 'x', 'a 3-D x', '3차원 x', zeros([2, 3, 1]), 4, 4),
      bad('RangeError', 'outH', 'outH = 0', 'outH = 0', x, 0, 4),
      bad('RangeError', 'outW', 'outW = 2.5', 'outW = 2.5', x, 4, 2.5),
    ],
    [
      bad('TypeError', 'x', 'an int32 x', 'int32인 x', zeros([1, 2, 3, 1], 'int32'), 4, 4),
      bad('TypeError', 'x', 'no x', 'x 누락', null, 4, 4),
      bad('RangeError', 'x', 'no images', '이미지 없음', zeros([0, 2, 3, 1]), 4, 4),
      bad('RangeError', 'outH', 'outH = 1.5', 'outH = 1.5', x, 1.5, 4),
      bad('RangeError', 'outW', 'outW = −3', 'outW = −3', x, 4, -3),
      bad('RangeError', 'outW', 'outW = 0', 'outW = 0', x, 4, 0),
      bad('RangeError', 'outH', 'outH = NaN', 'outH = NaN', x, Number.NaN, 4),
    ],
  ),
  check(
    'same-size',
    'value',
    'public',
    { en: 'The same size changes nothing', ko: '크기가 같으면 그대로' },
    sameSize,
    after,
  ),
  check(
    'constant',
    'value',
    'public',
    { en: 'Constant images stay constant', ko: '일정한 이미지는 그대로' },
    constantImages,
    after,
  ),
  check(
    'doubled',
    'value',
    'public',
    { en: '3 × 4 to 6 × 8, as PyTorch does', ko: '3 × 4를 6 × 8로, PyTorch와 같은 값' },
    doubled,
    after,
  ),
  check('smaller', 'value', 'public', { en: 'Three pixels to two', ko: '픽셀 셋을 둘로' }, smaller, after),
  check('ramp', 'value', 'hidden', { en: 'Ramps stay ramps', ko: '경사면은 경사면으로' }, ramps, after),
  check(
    'weights-sum',
    'property',
    'hidden',
    { en: 'The weights of each pixel sum to 1', ko: '픽셀마다 가중치의 합은 1' },
    each<Args>([impulsesTo(2, 3, 3, 4), impulsesTo(3, 3, 2, 5), impulsesTo(4, 2, 3, 1)], weightsSumToOne),
    after,
  ),
  check(
    'single-row',
    'value',
    'hidden',
    { en: 'A single row or column', ko: '행이나 열이 하나인 이미지' },
    each<Args>(
      [data([1, 1, 4, 1], 3, 6), data([2, 3, 1, 2], 5, 2), data([1, 1, 5, 3], 1, 3), data([1, 6, 1, 1], 4, 1)],
      judged,
    ),
    after,
  ),
];
