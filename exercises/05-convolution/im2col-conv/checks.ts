import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { kernelBudget } from '@/grading/checks/budget';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { conv64 } from './reference64';

/** x, w, stride and pad. */
type Args = readonly [TensorData, TensorData, number, number];
type Shape = readonly [number, number, number, number];

/** `image` is [N, H, W, C], `kernel` [kh, kw, C, O]. */
const layer =
  (image: Shape, kernel: Shape, stride: number, pad: number): Inputs<Args> =>
  (random) => [random.normal(image), random.normal(kernel), stride, pad];

const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 3, 7) as [number, number];
  const [c, o] = random.extents(2, 1, 4) as [number, number];
  const kernel: Shape = [random.integer(1, 3), random.integer(1, 3), c, o];
  return layer([random.integer(1, 3), h, w, c], kernel, random.integer(1, 3), random.integer(0, 2))(random);
};

const windows = (size: number, k: number, stride: number, pad: number) => Math.floor((size + 2 * pad - k) / stride) + 1;
const output = {
  label: 'y',
  path: [],
  shape: ([x, w, stride, pad]: Args) => {
    const [n, h, width] = x.shape as [number, number, number];
    const [kh, kw, , o] = w.shape as [number, number, number, number];
    return [n, windows(h, kh, stride, pad), windows(width, kw, stride, pad), o];
  },
};
const kit = {
  fn: 'convIm2col',
  outputs: [output],
  values: [
    layer([1, 3, 3, 2], [2, 2, 2, 2], 1, 0),
    layer([2, 4, 4, 3], [3, 3, 3, 3], 1, 1),
    layer([2, 5, 4, 2], [2, 3, 2, 4], 1, 1),
    layer([3, 5, 7, 2], [3, 2, 2, 3], 2, 0),
  ],
  fresh,
  terms: 10,
};

const asRows = (x: TensorData, k: readonly [number, number], stride: number, pad: number, id: string): Plan => ({
  tasks: [callTask(id, 'im2col', [x, [...k], stride, pad])],
  expectations: [asReference('im2col(x)', outputOf(id), 'exact', 1)],
});
/** 3 × 3 pixels and windows of 2 × 2 by hand; then with channels, images, stride and padding. */
const matrix: Check['plan'] = (random) => {
  const plans: Plan[] = [
    {
      tasks: [callTask('by hand', 'im2col', [tensorOf([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]), [2, 2], 1, 0])],
      expectations: [
        equal(
          'im2col(x)',
          outputOf('by hand'),
          constant(tensorOf([4, 4], [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9])),
          'exact',
          1,
        ),
      ],
    },
    asRows(random.normal([2, 3, 4, 2]), [2, 3], 1, 0, 'channels'),
    asRows(random.normal([2, 4, 3, 2]), [3, 2], 2, 1, 'padding'),
  ];
  return { tasks: plans.flatMap(({ tasks }) => tasks), expectations: plans.flatMap((plan) => plan.expectations) };
};

/** Windows of one pixel: the pixels as rows. */
const onePixel = (random: Random, index: number): Plan => {
  const [n, h, w, c] = [1 + index, 2, 3 + index, 3];
  const x = random.normal([n, h, w, c]);
  const id = String(index);
  return {
    tasks: [callTask(id, 'im2col', [x, [1, 1], 1, 0])],
    expectations: [equal('im2col(x)', outputOf(id), constant({ ...x, shape: [n * h * w, c] }), 'exact', 1)],
  };
};

/** An upstream gradient of ones comes back as the number of windows that see each pixel. */
const overlaps = (random: Random, index: number): Plan => {
  const [x, w, stride, pad] = fresh(random);
  const [n, height, width, c] = x.shape as Shape;
  const [kh, kw] = w.shape as Shape;
  const [rows, columns] = [windows(height, kh, stride, pad), windows(width, kw, stride, pad)];
  const seen = (at: number, k: number, count: number) =>
    Array.from({ length: count }, (_, i) => i * stride - pad).filter((from) => at >= from && at < from + k).length;
  const counts = Array.from(x.values, (_, i) => {
    const [row, column] = [Math.floor(i / (c * width)) % height, Math.floor(i / c) % width];
    return seen(row, kh, rows) * seen(column, kw, columns);
  });
  const shape = [n * rows * columns, kh * kw * c];
  const ones = tensorOf(shape, new Array(n * rows * columns * kh * kw * c).fill(1));
  const id = String(index);
  return {
    tasks: [vjpTask(id, 'im2col', [x, [kh, kw], stride, pad], [[0]], ones)],
    expectations: [
      equal('windows per pixel', { gradient: id, index: 0 }, constant(tensorOf(x.shape, counts)), 'gradient', 10),
    ],
  };
};

const fromDefinition = (args: Args, id: string): Plan => {
  const [x, w, stride, pad] = args;
  const { shape, values } = conv64(toTensor64(x), toTensor64(w), stride, pad);
  return {
    tasks: [callTask(id, 'convIm2col', args)],
    expectations: [equal('y', outputOf(id), constant(tensorOf(shape, [...values])), 'forward', 10)],
  };
};

const scaled =
  (inputs: Inputs<Args>, factor: number): Inputs<Args> =>
  (random) => {
    const [x, w, stride, pad] = inputs(random);
    return [{ ...x, values: x.values.map((value) => factor * value) }, w, stride, pad];
  };

type Spoilt = Partial<Record<'x' | 'w' | 'k' | 'stride' | 'pad', BadInput['args'][number]>>;
const bad = (
  fn: 'im2col' | 'convIm2col',
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Spoilt,
): BadInput => {
  const all = { x: zeros([2, 5, 7, 3]), w: zeros([3, 2, 3, 4]), k: [3, 2], stride: 2, pad: 1, ...spoilt };
  return {
    fn,
    label: { en: `${fn} with ${en}`, ko: `${fn}, ${ko}` },
    args: [all.x, fn === 'im2col' ? all.k : all.w, all.stride, all.pad],
    accept: params.map((param) => ({ name, param })),
  };
};
const same = (text: string) => [text, text] as const;

/** Kits T, G and E with S1–S5 of exercise 40, and T4 for im2col as well: 18 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    ...kit,
    shapes: [
      layer([2, 4, 5, 3], [3, 2, 3, 1], 1, 0),
      layer([1, 6, 3, 2], [2, 3, 2, 4], 3, 1),
      layer([3, 5, 7, 1], [1, 4, 1, 2], 2, 2),
    ],
    one: [
      layer([1, 4, 3, 2], [2, 3, 2, 1], 1, 1),
      layer([1, 1, 2, 2], [5, 6, 2, 2], 1, 2),
      layer([1, 1, 1, 1], [1, 1, 1, 1], 1, 0),
    ],
  }),
  ...gradients<Args>({
    ...kit,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'w', path: [1] },
    ],
    small: layer([1, 5, 4, 2], [3, 2, 2, 3], 2, 1),
    stress: [scaled(layer([1, 4, 3, 2], [3, 3, 2, 2], 2, 1), 1e4), scaled(layer([2, 3, 3, 1], [2, 2, 1, 2], 1, 0), 0)],
    forward64: conv64,
  }),
  ...errors(
    'im2col',
    [
      bad('im2col', 'TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([5, 7, 3]) }),
      bad('im2col', 'RangeError', ['k'], same('k = [0, 2]'), { k: [0, 2] }),
      bad('convIm2col', 'RangeError', ['w', 'x'], ['w of 2 input channels, x of 3', '입력 채널이 2개인 w와 3개인 x'], {
        w: zeros([3, 2, 2, 4]),
      }),
      bad('convIm2col', 'RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
    ],
    [
      bad('im2col', 'TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 7, 3], 'int32') }),
      bad('im2col', 'TypeError', ['k'], ['a number as k', '숫자인 k'], { k: 3 }),
      bad('im2col', 'TypeError', ['k'], ["k = ['3', 2]", "k = ['3', 2] (문자열 포함)"], { k: ['3', 2] }),
      bad('im2col', 'RangeError', ['k'], same('k = [3, 2, 1]'), { k: [3, 2, 1] }),
      bad('im2col', 'RangeError', ['k'], same('k = [3, 1.5]'), { k: [3, 1.5] }),
      bad('im2col', 'RangeError', ['k', 'x'], ['8 rows of window on 5 with pad 1', '5행, pad 1에 8행인 창'], {
        k: [8, 2],
      }),
      bad('im2col', 'RangeError', ['k', 'x'], ['10 columns of window on 7 with pad 1', '7열, pad 1에 10열인 창'], {
        k: [3, 10],
      }),
      bad('im2col', 'TypeError', ['stride'], ['no stride', 'stride 누락'], { stride: { $undefined: true } }),
      bad('im2col', 'RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
      bad('im2col', 'RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('convIm2col', 'TypeError', ['x'], ['a 2-D x', '2차원 x'], { x: zeros([5, 7]) }),
      bad('convIm2col', 'TypeError', ['w'], ['a 2-D w', '2차원 w'], { w: zeros([18, 4]) }),
      bad('convIm2col', 'RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 5, 7, 3]) }),
      bad('convIm2col', 'RangeError', ['w', 'x'], ['a kernel of 8 rows on 5 with pad 1', '5행, pad 1에 8행인 커널'], {
        w: zeros([8, 2, 3, 4]),
      }),
      bad('convIm2col', 'TypeError', ['pad'], ["pad = 'same'", "pad = 'same' (문자열)"], { pad: 'same' }),
      bad('convIm2col', 'RangeError', ['pad'], same('pad = 0.5'), { pad: 0.5 }),
      bad('convIm2col', 'RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('convIm2col', 'RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
    ],
  ),
  check('matrix', 'value', 'public', { en: 'The matrix of windows', ko: '창의 행렬' }, matrix),
  check(
    'one-pixel',
    'value',
    'public',
    { en: 'A window of one pixel only reshapes', ko: '픽셀 하나인 창은 형태만 변환' },
    (random) => repeat(2, random, onePixel),
  ),
  check(
    'overlap-counts',
    'gradient',
    'hidden',
    { en: 'Gradient of im2col: windows per pixel', ko: 'im2col의 기울기: 픽셀을 보는 창의 수' },
    (random) => repeat(5, random, overlaps),
  ),
  check(
    'no-leak-im2col',
    'leak',
    'hidden',
    { en: 'im2col leaves no tensor behind', ko: 'im2col 뒤에 남는 텐서 없음' },
    (random) => ({
      tasks: [callTask('call', 'im2col', [random.normal([2, 4, 5, 2]), [2, 3], 2, 1])],
      expectations: [{ expect: 'no-leak', task: 'call' }],
    }),
    { requires: ['matrix'] },
  ),
  check(
    'definition',
    'value',
    'hidden',
    { en: 'Equals the sum of the definition', ko: '정의대로 더한 값과 일치' },
    each<Args>(
      [layer([1, 4, 3, 1], [3, 1, 1, 2], 1, 2), layer([2, 7, 5, 3], [2, 4, 3, 2], 2, 1), fresh],
      fromDefinition,
    ),
    { requires: ['shape'] },
  ),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most 3 × the operations of a loop over u and v', ko: '연산 수는 u와 v만 도는 반복의 3배 이내' },
    kernelBudget<Args>('convIm2col', layer([2, 12, 12, 4], [3, 3, 4, 8], 1, 1), 3),
    { requires: ['shape'] },
  ),
];
