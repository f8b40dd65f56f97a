import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { kernelBudget } from '@/grading/checks/budget';
import { asReference, callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { TensorData } from '@/grading/tensor-data';
import { conv64 } from './reference64';

type Options = { stride: number; pad: number };
/** dy, x, w and the options. */
type Args = readonly [TensorData, TensorData, TensorData, Options];
/** x, w, b and the options. */
type ForwardArgs = Args;
type Shape = readonly [number, number, number, number];

/** `image` is [N, H, W, C], `kernel` [kh, kw, C, O]. */
const layer =
  (image: Shape, kernel: Shape, stride: number, pad: number): Inputs<Args> =>
  (random) => {
    const windows = (size: number, k: number) => Math.floor((size + 2 * pad - k) / stride) + 1;
    const y = [image[0], windows(image[1], kernel[0]), windows(image[2], kernel[1]), kernel[3]];
    return [random.normal(y), random.normal(image), random.normal(kernel), { stride, pad }];
  };

const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 3, 7) as [number, number];
  const [c, o] = random.extents(2, 1, 4) as [number, number];
  const kernel: Shape = [random.integer(1, 3), random.integer(1, 3), c, o];
  return layer([random.integer(1, 2), h, w, c], kernel, random.integer(1, 3), random.integer(0, 2))(random);
};
/** Kernels that are not square. */
const oblong: Inputs<Args> = (random) => {
  const [kh, kw] = random.extents(2, 1, 4) as [number, number];
  const [h, w] = random.extents(2, 4, 7) as [number, number];
  return layer([2, h, w, 2], [kh, kw, 2, 3], random.integer(1, 2), random.integer(0, 1))(random);
};

const forwardInputs = ([, x, w, options]: Args): ForwardArgs => [x, w, zeros([w.shape[3] as number]), options];

const kit: Backward<Args, ForwardArgs> = {
  fn: 'conv2dBackward',
  gradients: [
    { name: 'dx', argument: 0, batched: true },
    { name: 'dw', argument: 1, batched: false },
    { name: 'db', argument: 2, batched: false },
  ],
  upstream: 0,
  batchArguments: [0, 1],
  forwardInputs,
  forward64: conv64,
  values: [layer([1, 5, 4, 2], [3, 2, 2, 3], 1, 1), layer([2, 7, 6, 2], [3, 3, 2, 2], 2, 1)],
  fresh,
  small: layer([1, 5, 4, 2], [3, 2, 2, 3], 2, 1),
  terms: 10,
};

const asGiven = (args: Args, expected: Readonly<Record<'dx' | 'dw' | 'db', TensorData>>, id: string): Plan => ({
  tasks: [callTask(id, 'conv2dBackward', args)],
  expectations: (['dx', 'dw', 'db'] as const).map((name) =>
    equal(name, outputOf(id, [name]), constant(expected[name]), 'gradient', 4),
  ),
});

/** Two pixels of two channels: a dense layer for each. */
const pointwise: Check['plan'] = () =>
  asGiven(
    [
      tensorOf([1, 1, 2, 1], [1, -2]),
      tensorOf([1, 1, 2, 2], [1, 2, 3, 4]),
      tensorOf([1, 1, 2, 1], [5, -1]),
      { stride: 1, pad: 0 },
    ],
    {
      dx: tensorOf([1, 1, 2, 2], [5, -1, -10, 2]),
      dw: tensorOf([1, 1, 2, 1], [-5, -6]),
      db: tensorOf([1], [-1]),
    },
    'pointwise',
  );

/** Four windows that do not overlap; three of them hang over the border. */
const byHand: Check['plan'] = () =>
  asGiven(
    [
      tensorOf([1, 2, 2, 1], [1, 2, 3, 4]),
      tensorOf([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      tensorOf([2, 2, 1, 1], [1, 2, 3, 4]),
      { stride: 2, pad: 1 },
    ],
    {
      dx: tensorOf([1, 3, 3, 1], [4, 6, 8, 6, 4, 8, 12, 12, 16]),
      dw: tensorOf([2, 2, 1, 1], [20, 36, 36, 64]),
      db: tensorOf([1], [10]),
    },
    'by hand',
  );

/** Windows of two at 0 and 3 of seven rows: rows 2, 5 and 6 are in none. All numbers are positive, so a sum of 0 is all 0. */
const leftover: Check['plan'] = (random) => {
  const args: Args = [
    random.uniform([1, 2, 3, 2], 0.5, 1),
    random.uniform([1, 7, 8, 2], 0.5, 1),
    random.uniform([2, 2, 2, 2], 0.5, 1),
    { stride: 3, pad: 0 },
  ];
  const dx = outputOf('call', ['dx']);
  const perRow = { sum: { sum: { sum: dx, axis: 3 }, axis: 2 }, axis: 0 };
  return {
    tasks: [callTask('call', 'conv2dBackward', args)],
    expectations: [
      asReference('dx', dx, 'gradient', 10),
      equal('dx of rows in no window', { rows: perRow, take: [2, 5, 6] }, constant(zeros([3])), 'exact', 1),
    ],
  };
};

/** ⟨conv(x, w), dy⟩ is linear in x and in w, so it equals ⟨x, dx⟩ as well as ⟨w, dw⟩. */
const adjoint = (args: Args, id: string): Plan => {
  const [dy, x, w, options] = args;
  const y = conv64(toTensor64(x), toTensor64(w), toTensor64(zeros([w.shape[3] as number])), options);
  const due = y.values.reduce((sum, value, i) => sum + value * (dy.values[i] as number), 0);
  return {
    tasks: [callTask(id, { driver: 'inner-products' }, args)],
    expectations: [
      equal('⟨x, dx⟩', outputOf(id, ['x']), constant(tensorOf([], [due])), 'gradient', 10),
      equal('⟨w, dw⟩', outputOf(id, ['w']), constant(tensorOf([], [due])), 'gradient', 10),
    ],
  };
};

const all = { dy: zeros([2, 3, 4, 5]), x: zeros([2, 5, 7, 3]), w: zeros([3, 3, 3, 5]), stride: 2, pad: 1 };
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<keyof typeof all, BadInput['args'][number]>>,
): BadInput => {
  const { dy, x, w, stride, pad } = { ...all, ...spoilt };
  return { label: { en, ko }, args: [dy, x, w, { stride, pad }], accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T, B and E with S1–S6 of exercise 42: 20 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'conv2dBackward',
    outputs: kit.gradients.map(({ name, argument }) => ({
      label: name,
      path: [name],
      shape: (args: Args) => [...(forwardInputs(args)[argument] as TensorData).shape],
    })),
    shapes: [
      layer([2, 4, 5, 3], [3, 2, 3, 1], 1, 0),
      layer([1, 6, 3, 2], [2, 3, 2, 4], 3, 1),
      layer([3, 5, 7, 1], [1, 4, 1, 2], 2, 2),
    ],
    values: [
      layer([1, 3, 3, 2], [2, 2, 2, 2], 1, 0),
      layer([2, 4, 4, 3], [3, 3, 3, 3], 1, 1),
      layer([2, 5, 6, 2], [3, 3, 2, 3], 2, 1),
    ],
    one: [
      layer([1, 4, 3, 2], [2, 3, 2, 1], 1, 1),
      layer([1, 1, 2, 2], [5, 6, 2, 2], 1, 2),
      layer([1, 1, 1, 1], [1, 1, 1, 1], 1, 0),
    ],
    fresh,
    terms: 10,
    tolerance: 'gradient',
  }),
  ...backward(kit),
  ...errors(
    'conv2dBackward',
    [
      bad('TypeError', ['dy'], ['a 3-D dy', '3차원 dy'], { dy: zeros([3, 4, 5]) }),
      bad('RangeError', ['dy'], ['dy [2, 3, 3, 5] where y is [2, 3, 4, 5]', 'y는 [2, 3, 4, 5]인데 dy [2, 3, 3, 5]'], {
        dy: zeros([2, 3, 3, 5]),
      }),
      bad('RangeError', ['w', 'x'], ['w of 2 input channels, x of 3', '입력 채널이 2개인 w와 3개인 x'], {
        w: zeros([3, 3, 2, 5]),
      }),
      bad('RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 7, 3], 'int32') }),
      bad('TypeError', ['w'], ['a 2-D w', '2차원 w'], { w: zeros([3, 5]) }),
      bad('RangeError', ['dy', 'x'], ['no images', '이미지 없음'], { dy: zeros([0, 3, 4, 5]), x: zeros([0, 5, 7, 3]) }),
      bad('RangeError', ['dy', 'x'], ['dy of 1 image, x of 2', '이미지가 1장인 dy와 2장인 x'], {
        dy: zeros([1, 3, 4, 5]),
      }),
      bad('RangeError', ['dy', 'w'], ['dy of 4 channels, w of 5 filters', '채널이 4개인 dy와 필터가 5개인 w'], {
        dy: zeros([2, 3, 4, 4]),
      }),
      bad('RangeError', ['w', 'x'], ['a kernel of 8 rows on 5 with pad 1', '5행, pad 1에 8행인 커널'], {
        w: zeros([8, 3, 3, 5]),
        dy: zeros([2, 1, 4, 5]),
      }),
      bad('RangeError', ['w', 'x'], ['a kernel of 10 columns on 7 with pad 1', '7열, pad 1에 10열인 커널'], {
        w: zeros([3, 10, 3, 5]),
        dy: zeros([2, 3, 1, 5]),
      }),
      bad('TypeError', ['stride'], ["stride = '2'", "stride = '2' (문자열)"], { stride: '2' }),
      bad('RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
      bad('TypeError', ['pad'], ["pad = 'same'", "pad = 'same' (문자열)"], { pad: 'same' }),
      bad('RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('RangeError', ['pad'], same('pad = 0.5'), { pad: 0.5 }),
    ],
  ),
  check(
    'one-by-one',
    'backward',
    'public',
    { en: 'A 1 × 1 kernel, by hand', ko: '손으로 계산한 1 × 1 커널' },
    pointwise,
  ),
  check(
    'by-hand',
    'backward',
    'public',
    { en: 'Stride 2 and padding 1, by hand', ko: '손으로 계산한 스트라이드 2, 패딩 1' },
    byHand,
  ),
  check(
    'leftover-rows',
    'backward',
    'hidden',
    { en: 'Rows in no window get 0', ko: '어느 창에도 없는 행의 기울기는 0' },
    leftover,
    { requires: ['backward-shape'] },
  ),
  check(
    'adjoint',
    'property',
    'hidden',
    { en: '⟨conv(x), dy⟩ = ⟨x, dx⟩ = ⟨w, dw⟩', ko: '⟨conv(x), dy⟩ = ⟨x, dx⟩ = ⟨w, dw⟩ (수반 관계)' },
    each<Args>(
      [
        layer([1, 3, 4, 2], [2, 2, 2, 1], 1, 0),
        layer([2, 5, 4, 1], [3, 3, 1, 2], 2, 1),
        layer([1, 6, 7, 2], [3, 2, 2, 3], 1, 2),
      ],
      adjoint,
    ),
    { requires: ['backward-shape'] },
  ),
  check(
    'oblong-kernels',
    'backward',
    'hidden',
    { en: 'Kernels that are not square, by automatic differentiation', ko: '정사각형이 아닌 커널과 자동 미분' },
    agreesWithAutodiff({ ...kit, fresh: oblong }, 'conv2d', 4),
    { requires: ['backward-shape'] },
  ),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most 3 × the operations of a loop over u and v', ko: '연산 수는 u와 v만 도는 반복의 3배 이내' },
    kernelBudget<Args>('conv2dBackward', layer([2, 12, 12, 4], [3, 3, 4, 4], 1, 1), 3),
    { requires: ['shape'] },
  ),
];
