import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { conv64, convTranspose64 } from './reference64';

type Options = { stride: number; pad: number };
/** x, w and the options. */
type Args = readonly [TensorData, TensorData, Options];
type Shape = readonly [number, number, number, number];

/** `image` is [N, H, W, Cin], `kernel` [kh, kw, Cout, Cin]. */
const layer =
  (image: Shape, kernel: Shape, stride: number, pad: number): Inputs<Args> =>
  (random) => [random.normal(image), random.normal(kernel), { stride, pad }];

const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 2, 5) as [number, number];
  const [cout, cin] = random.extents(2, 1, 4) as [number, number];
  const kernel: Shape = [random.integer(1, 4), random.integer(1, 4), cout, cin];
  const stride = random.integer(1, 3);
  const room = Math.min((h - 1) * stride + kernel[0], (w - 1) * stride + kernel[1]);
  const pad = random.integer(0, Math.min(2, Math.floor((room - 1) / 2)));
  return layer([random.integer(1, 2), h, w, cin], kernel, stride, pad)(random);
};

const shapeOf = ([x, w, { stride, pad }]: Args) => {
  const [n, height, width] = x.shape as [number, number, number];
  const [kh, kw, cout] = w.shape as [number, number, number];
  return [n, (height - 1) * stride - 2 * pad + kh, (width - 1) * stride - 2 * pad + kw, cout];
};
const kit = {
  fn: 'convTranspose',
  outputs: [{ label: 'y', path: [], shape: shapeOf }],
  values: [
    layer([1, 3, 3, 2], [2, 2, 2, 2], 1, 0),
    layer([2, 3, 3, 2], [3, 3, 2, 2], 2, 1),
    layer([1, 2, 4, 2], [3, 2, 3, 2], 1, 1),
    layer([2, 3, 2, 3], [4, 3, 2, 3], 2, 1),
  ],
  fresh,
  terms: 10,
};

/** The usual way to double an image: five rows to ten, five columns to ten. */
const doubling: Check['plan'] = (random) => {
  const args = layer([1, 5, 5, 2], [4, 4, 3, 2], 2, 1)(random);
  return {
    tasks: [callTask('call', 'convTranspose', args)],
    expectations: [
      { expect: 'shape', label: 'y', actual: outputOf('call'), shape: [1, 10, 10, 3], dtype: 'float32' },
      asReference('y', outputOf('call'), 'forward', 10),
    ],
  };
};

/** ⟨convTranspose(x, w), z⟩ = ⟨x, conv(z, w)⟩ for the convolution with the same kernel, stride and padding. */
const adjoint = (args: Args, id: string, random: Random): Plan => {
  const [x, w, options] = args;
  const z = random.fork('z').normal(shapeOf(args));
  const back = conv64(toTensor64(z), toTensor64(w), options);
  const due = back.values.reduce((sum, value, i) => sum + value * (x.values[i] as number), 0);
  return {
    tasks: [callTask(id, { driver: 'inner-product' }, [...args, z])],
    expectations: [equal('⟨convTranspose(x), z⟩', outputOf(id), constant(tensorOf([], [due])), 'gradient', 10)],
  };
};

/** k = s: the patches lie side by side, each the kernel times one pixel. */
const sideBySide: Check['plan'] = () => {
  const plan = (id: string, args: Args, y: TensorData): Plan => ({
    tasks: [callTask(id, 'convTranspose', args)],
    expectations: [equal('y', outputOf(id), constant(y), 'forward', 2)],
  });
  const kernel = [1, 2, 3, 4];
  const plans = [
    plan(
      'two pixels',
      [tensorOf([1, 1, 2, 1], [1, 10]), tensorOf([2, 2, 1, 1], kernel), { stride: 2, pad: 0 }],
      tensorOf([1, 2, 4, 1], [1, 2, 10, 20, 3, 4, 30, 40]),
    ),
    plan(
      'two channels',
      [tensorOf([1, 1, 1, 2], [2, 3]), tensorOf([2, 1, 1, 2], kernel), { stride: 2, pad: 0 }],
      tensorOf([1, 2, 1, 1], [8, 18]),
    ),
  ];
  return { tasks: plans.flatMap(({ tasks }) => tasks), expectations: plans.flatMap((one) => one.expectations) };
};

/** With stride 1: a correlation of the padded image with the kernel turned round in rows and columns. */
const fullCorrelation = (random: Random, index: number): Plan => {
  const [x, w] = layer([1, 3 + index, 4, 2], [2, 3, 3, 2], 1, 0)(random);
  const [n, height, width, cin] = x.shape as Shape;
  const [kh, kw, cout] = w.shape as Shape;
  const padded = zeros([n, height + 2 * (kh - 1), width + 2 * (kw - 1), cin]);
  const turned = zeros([kh, kw, cin, cout]);
  for (const [i, value] of x.values.entries()) {
    const [column, row] = [Math.floor(i / cin) % width, Math.floor(i / (cin * width))];
    padded.values[((row + kh - 1) * (width + 2 * (kw - 1)) + column + kw - 1) * cin + (i % cin)] = value;
  }
  for (const [i, value] of w.values.entries()) {
    const [c, o, tap] = [i % cin, Math.floor(i / cin) % cout, Math.floor(i / (cin * cout))];
    turned.values[((kh * kw - 1 - tap) * cin + c) * cout + o] = value;
  }
  const { shape, values } = conv64(toTensor64(padded), toTensor64(turned), { stride: 1, pad: 0 });
  const id = String(index);
  return {
    tasks: [callTask(id, 'convTranspose', [x, w, { stride: 1, pad: 0 }])],
    expectations: [equal('y', outputOf(id), constant(tensorOf(shape, [...values])), 'forward', 10)],
  };
};

const fromDefinition = (args: Args, id: string): Plan => {
  const [x, w, options] = args;
  const { shape, values } = convTranspose64(toTensor64(x), toTensor64(w), options);
  return {
    tasks: [callTask(id, 'convTranspose', args)],
    expectations: [equal('y', outputOf(id), constant(tensorOf(shape, [...values])), 'forward', 10)],
  };
};

const scaled =
  (inputs: Inputs<Args>, factor: number): Inputs<Args> =>
  (random) => {
    const [x, ...rest] = inputs(random);
    return [{ ...x, values: x.values.map((value) => factor * value) }, ...rest];
  };

const all = { x: zeros([2, 4, 3, 5]), w: zeros([3, 2, 4, 5]), stride: 2, pad: 1 };
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<keyof typeof all, BadInput['args'][number]>>,
): BadInput => {
  const { x, w, stride, pad } = { ...all, ...spoilt };
  return { label: { en, ko }, args: [x, w, { stride, pad }], accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T, G and E with S1–S5 of exercise 45: 17 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    ...kit,
    shapes: [
      layer([2, 4, 5, 3], [3, 2, 1, 3], 1, 0),
      layer([1, 2, 3, 2], [2, 3, 4, 2], 3, 1),
      layer([3, 4, 2, 1], [5, 4, 2, 1], 2, 2),
    ],
    one: [layer([1, 2, 3, 2], [2, 3, 1, 2], 2, 1), layer([1, 1, 1, 1], [1, 1, 1, 1], 1, 0)],
  }),
  ...gradients<Args>({
    ...kit,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'w', path: [1] },
    ],
    small: layer([1, 3, 4, 2], [3, 2, 3, 2], 2, 1),
    stress: [scaled(layer([1, 3, 2, 2], [3, 3, 2, 2], 2, 1), 1e4), scaled(layer([2, 2, 2, 1], [2, 2, 2, 1], 1, 0), 0)],
    forward64: convTranspose64,
  }),
  ...errors(
    'convTranspose',
    [
      bad('TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([4, 3, 5]) }),
      bad('RangeError', ['w', 'x'], ['w [3, 2, 5, 4] with 5 channels', '채널 5개에 w [3, 2, 5, 4]'], {
        w: zeros([3, 2, 5, 4]),
      }),
      bad('RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
      bad('RangeError', ['pad', 'x', 'w'], ['nothing left of 6 columns with pad 3', '6열, pad 3이면 남는 열 없음'], {
        pad: 3,
      }),
    ],
    [
      bad('TypeError', ['w'], ['a 2-D w', '2차원 w'], { w: zeros([4, 5]) }),
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 4, 3, 5], 'int32') }),
      bad('RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 4, 3, 5]) }),
      bad('RangeError', ['w'], ['no filters', '필터 없음'], { w: zeros([3, 2, 0, 5]) }),
      bad('RangeError', ['pad', 'x', 'w'], ['nothing left of 3 rows with pad 2', '3행, pad 2이면 남는 행 없음'], {
        x: zeros([1, 1, 5, 5]),
        pad: 2,
      }),
      bad('TypeError', ['stride'], ["stride = '2'", "stride = '2' (문자열)"], { stride: '2' }),
      bad('RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
      bad('TypeError', ['pad'], ["pad = 'same'", "pad = 'same' (문자열)"], { pad: 'same' }),
      bad('RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('RangeError', ['pad'], same('pad = 0.5'), { pad: 0.5 }),
    ],
  ),
  check(
    'doubling',
    'value',
    'public',
    { en: 'n = 5, k = 4, s = 2, p = 1: 10', ko: 'n = 5, k = 4, s = 2, p = 1이면 10' },
    doubling,
  ),
  check(
    'adjoint',
    'property',
    'public',
    { en: 'Adjoint to the convolution with the same kernel', ko: '같은 커널을 쓴 합성곱과의 수반 관계' },
    each<Args>([layer([1, 2, 3, 2], [2, 2, 1, 2], 1, 0), layer([1, 3, 2, 2], [3, 4, 3, 2], 2, 1), fresh], adjoint),
    { requires: ['shape'] },
  ),
  check(
    'side-by-side',
    'value',
    'public',
    { en: 'k = s: patches side by side', ko: 'k = s이면 겹치지 않는 조각' },
    sideBySide,
  ),
  check(
    'full-correlation',
    'value',
    'hidden',
    { en: 'Stride 1: full correlation with the flipped kernel', ko: '스트라이드 1: 뒤집은 커널의 전체 교차상관' },
    (random) => repeat(2, random, fullCorrelation),
    { requires: ['shape'] },
  ),
  check(
    'not-square',
    'value',
    'hidden',
    { en: 'Images and kernels that are not square', ko: '정사각형이 아닌 이미지와 커널' },
    each<Args>([layer([1, 2, 5, 2], [4, 1, 3, 2], 3, 0), layer([2, 5, 1, 3], [2, 4, 1, 3], 2, 1)], fromDefinition),
    { requires: ['shape'] },
  ),
];
