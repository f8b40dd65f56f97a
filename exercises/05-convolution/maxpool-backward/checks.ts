import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { asReference, callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import { sizeOf, type TensorData } from '@/grading/tensor-data';
import { maxPool64 } from './reference64';

/** dy, x, k and stride. */
type Args = readonly [TensorData, TensorData, number, number];
/** x, k and stride of the forward. */
type ForwardArgs = readonly [TensorData, number, number];
type Shape = readonly [number, number, number, number];

/** Numbers around 0, no two closer than 0.005, so that no maximum is near a tie. */
function distinct(random: Random, shape: Shape): TensorData {
  const size = sizeOf(shape);
  const gap = Math.max(4 / size, 0.005);
  return tensorOf(
    shape,
    random.permutation(size).map((at) => gap * (at - 0.45 * size)),
  );
}

const pooling =
  (shape: Shape, k: number, stride: number): Inputs<Args> =>
  (random) => {
    const windows = (size: number) => Math.floor((size - k) / stride) + 1;
    const dy = random.normal([shape[0], windows(shape[1]), windows(shape[2]), shape[3]]);
    return [dy, distinct(random, shape), k, stride];
  };
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 3, 8) as [number, number];
  const shape: Shape = [random.integer(1, 2), h, w, random.integer(1, 3)];
  return pooling(shape, random.integer(1, 3), random.integer(1, 3))(random);
};
/** Images twice as wide as high, or the other way round. */
const oblong: Inputs<Args> = (random) => {
  const k = random.integer(2, 3);
  const sides = random.integer(0, 1) === 0 ? [4, 9] : [9, 4];
  return pooling([2, ...sides, 2] as unknown as Shape, k, random.integer(1, k))(random);
};

const kit: Backward<Args, ForwardArgs> = {
  fn: 'maxPoolBackward',
  gradients: [{ name: 'dx', path: [], argument: 0, batched: true }],
  upstream: 0,
  batchArguments: [0, 1],
  forwardInputs: ([, x, k, stride]) => [x, k, stride],
  forward64: maxPool64,
  values: [pooling([1, 4, 6, 2], 2, 2), pooling([2, 5, 5, 2], 3, 2)],
  fresh,
  small: pooling([1, 5, 6, 2], 3, 2),
  terms: 10,
};

const asGiven = (id: string, args: Args, dx: TensorData): Plan => ({
  tasks: [callTask(id, 'maxPoolBackward', args)],
  expectations: [equal('dx', outputOf(id), constant(dx), 'gradient', 4)],
});
const joined = (plans: readonly Plan[]): Plan => ({
  tasks: plans.flatMap(({ tasks }) => tasks),
  expectations: plans.flatMap(({ expectations }) => expectations),
});

const ties: Check['plan'] = () =>
  joined([
    asGiven('zeros', [tensorOf([1, 1, 1, 1], [3]), zeros([1, 2, 2, 1]), 2, 2], tensorOf([1, 2, 2, 1], [3, 0, 0, 0])),
    asGiven(
      'antidiagonal',
      [tensorOf([1, 1, 1, 1], [3]), tensorOf([1, 2, 2, 1], [0, 1, 1, 0]), 2, 2],
      tensorOf([1, 2, 2, 1], [0, 3, 0, 0]),
    ),
    asGiven(
      'overlapping',
      [tensorOf([1, 1, 3, 1], [1, 2, 4]), tensorOf([1, 2, 4, 1], [0, 7, 7, 0, 7, 0, 0, 7]), 2, 1],
      tensorOf([1, 2, 4, 1], [0, 3, 4, 0, 0, 0, 0, 0]),
    ),
  ]);

/** Four windows of 3 × 3 meet in the middle pixel of 5 × 5. */
const overlap: Check['plan'] = () => {
  const dy = tensorOf([1, 2, 2, 1], [1, 2, 3, 4]);
  const image = (values: number[]) => tensorOf([1, 5, 5, 1], values);
  const at = (places: Readonly<Record<number, number>>) => image(Array.from({ length: 25 }, (_, i) => places[i] ?? 0));
  const ramp = Array.from({ length: 25 }, (_, i) => i);
  return joined([
    asGiven('peak in the middle', [dy, at({ 12: 9 }), 3, 2], at({ 12: 10 })),
    asGiven(
      'peak in the upper middle',
      [dy, image(ramp.map((i) => (i === 7 ? 50 : i))), 3, 2],
      at({ 7: 3, 22: 3, 24: 4 }),
    ),
  ]);
};

/** What arrives at an image and channel is what set out. */
const nothingLost = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'maxPoolBackward', args)],
  expectations: [
    equal(
      'Σ dx',
      { sum: { sum: outputOf(id), axis: 1 }, axis: 1 },
      { sum: { sum: constant(args[0]), axis: 1 }, axis: 1 },
      'gradient',
      10,
    ),
  ],
});

/** Windows of two at 0 and 3 of seven rows: rows 2, 5 and 6 are in none. The upstream gradient is positive. */
const unused: Check['plan'] = (random) => {
  const [dy, x, k, stride] = pooling([1, 7, 8, 2], 2, 3)(random);
  const positive = { ...dy, values: dy.values.map((value) => Math.abs(value) + 0.1) };
  const perRow = { sum: { sum: { sum: outputOf('call'), axis: 3 }, axis: 2 }, axis: 0 };
  return {
    tasks: [callTask('call', 'maxPoolBackward', [positive, x, k, stride])],
    expectations: [
      asReference('dx', outputOf('call'), 'gradient', 10),
      equal('dx of rows in no window', { rows: perRow, take: [2, 5, 6] }, constant(zeros([3])), 'exact', 1),
    ],
  };
};

const all = { dy: zeros([2, 2, 3, 4]), x: zeros([2, 5, 7, 4]), k: 3, stride: 2 };
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<keyof typeof all, BadInput['args'][number]>>,
): BadInput => {
  const { dy, x, k, stride } = { ...all, ...spoilt };
  return { label: { en, ko }, args: [dy, x, k, stride], accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T, B and E with S1–S5 of exercise 43: 19 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'maxPoolBackward',
    outputs: [{ label: 'dx', path: [], shape: ([, x]) => [...x.shape] }],
    shapes: [pooling([2, 5, 7, 3], 2, 2), pooling([1, 8, 4, 2], 3, 1), pooling([3, 6, 9, 1], 4, 3)],
    values: [pooling([1, 4, 4, 2], 2, 2), pooling([2, 5, 5, 3], 3, 1), pooling([1, 7, 6, 2], 3, 2)],
    one: [pooling([1, 3, 5, 2], 3, 1), pooling([1, 1, 1, 1], 1, 1)],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  ...errors(
    'maxPoolBackward',
    [
      bad('TypeError', ['dy'], ['a 3-D dy', '3차원 dy'], { dy: zeros([2, 3, 4]) }),
      bad('RangeError', ['dy'], ['dy [2, 3, 2, 4] where y is [2, 2, 3, 4]', 'y는 [2, 2, 3, 4]인데 dy [2, 3, 2, 4]'], {
        dy: zeros([2, 3, 2, 4]),
      }),
      bad('RangeError', ['k'], same('k = 0'), { k: 0 }),
      bad('RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 7, 4], 'int32') }),
      bad('TypeError', ['x'], ['no x', 'x 누락'], { x: { $undefined: true } }),
      bad('RangeError', ['dy', 'x'], ['no images', '이미지 없음'], { dy: zeros([0, 2, 3, 4]), x: zeros([0, 5, 7, 4]) }),
      bad('RangeError', ['dy', 'x'], ['dy of 1 image, x of 2', '이미지가 1장인 dy와 2장인 x'], {
        dy: zeros([1, 2, 3, 4]),
      }),
      bad('RangeError', ['dy', 'x'], ['dy of 1 channel, x of 4', '채널이 1개인 dy와 4개인 x'], {
        dy: zeros([2, 2, 3, 1]),
      }),
      bad('TypeError', ['k'], ["k = '3'", "k = '3' (문자열)"], { k: '3' }),
      bad('RangeError', ['k'], same('k = 2.5'), { k: 2.5 }),
      bad('RangeError', ['k', 'x', 'dy'], ['k = 6 on 5 × 7', '5 × 7에 k = 6'], { k: 6 }),
      bad('RangeError', ['k', 'x', 'dy'], ['k = 6 on 7 × 5', '7 × 5에 k = 6'], { k: 6, x: zeros([2, 7, 5, 4]) }),
      bad('TypeError', ['stride'], ["stride = '2'", "stride = '2' (문자열)"], { stride: '2' }),
      bad('RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
    ],
  ),
  check('ties', 'backward', 'public', { en: 'Ties go to the first maximum', ko: '최댓값이 여럿이면 첫 번째로' }, ties),
  check('overlap', 'backward', 'public', { en: 'Overlapping windows add', ko: '겹치는 창은 더하기' }, overlap),
  check(
    'nothing-lost',
    'property',
    'public',
    { en: 'Σ dx = Σ dy in every channel', ko: '채널마다 Σ dx = Σ dy' },
    each<Args>([pooling([1, 4, 6, 2], 2, 2), pooling([2, 7, 5, 3], 3, 2), pooling([2, 5, 6, 1], 3, 1)], nothingLost),
    { requires: ['backward-shape'] },
  ),
  check(
    'unused-border',
    'backward',
    'hidden',
    { en: 'Pixels in no window get 0', ko: '어느 창에도 없는 픽셀의 기울기는 0' },
    unused,
    { requires: ['backward-shape'] },
  ),
  check(
    'not-square',
    'backward',
    'hidden',
    { en: 'Images that are not square, by automatic differentiation', ko: '정사각형이 아닌 이미지와 자동 미분' },
    agreesWithAutodiff({ ...kit, fresh: oblong }, 'maxPool', 5),
    { requires: ['backward-shape'] },
  ),
];
