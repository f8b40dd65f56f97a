import { centralDifferences } from '@/grading/central-differences';
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

type Pair = readonly [number, number];
type Options = { readonly stride: Pair; readonly pad: Pair; readonly dilation: Pair };
type Args = readonly [TensorData, TensorData, Options];
type Extents = readonly [number, number, number, number];

const options = (stride: Pair = [1, 1], pad: Pair = [0, 0], dilation: Pair = [1, 1]): Options => ({
  stride,
  pad,
  dilation,
});

/** Images [N, H, W, C] and O filters with kernels of kh × kw. */
const images =
  ([n, h, w, c]: Extents, [kh, kw]: Pair, o: number, settings = options(), scale = 1): Inputs<Args> =>
  (random) => [random.normal([n, h, w, c], scale), random.normal([kh, kw, c, o]), settings];

/** Everything at random, with kernels of `least` to 3 weights each way. */
const anything =
  (least: number): Inputs<Args> =>
  (source) => {
    const pair = (low: number, high: number): Pair => [source.integer(low, high), source.integer(low, high)];
    const kernel = pair(least, 3);
    const settings = options(pair(1, 3), pair(0, 2), pair(1, 3));
    const extent = (axis: 0 | 1) => {
      const span = settings.dilation[axis] * (kernel[axis] - 1) + 1;
      return Math.max(1, span - 2 * settings.pad[axis]) + source.integer(0, 4);
    };
    const [c, o] = source.extents(2, 1, 3) as [number, number];
    return images([source.integer(1, 2), extent(0), extent(1), c], kernel, o, settings)(source);
  };
const outputShape = ([x, w, { stride, pad, dilation }]: Args): number[] => {
  const places = (axis: 0 | 1) => {
    const left = (x.shape[axis + 1] as number) + 2 * pad[axis] - dilation[axis] * ((w.shape[axis] as number) - 1) - 1;
    return Math.floor(left / stride[axis]) + 1;
  };
  return [x.shape[0] as number, places(0), places(1), w.shape[3] as number];
};
const Y = { label: 'y', path: [], shape: outputShape };
const WRT = [
  { name: 'x', path: [0] },
  { name: 'w', path: [1] },
];

const judged = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'conv2dGeneral', args)],
  expectations: [asReference('y', outputOf(id), 'forward', 10)],
});

/** 1 … 16 under a kernel of ones: two windows each way, of which the first loses a row or a column to the padding. */
const halved: Check['plan'] = () => {
  const count = (length: number) => Array.from({ length }, (_, i) => i + 1);
  const ones = count(9).map(() => 1);
  const args = [tensorOf([1, 4, 4, 1], count(16)), tensorOf([3, 3, 1, 1], ones), options([2, 2], [1, 1])];
  return {
    tasks: [callTask('call', 'conv2dGeneral', args)],
    expectations: [equal('y', outputOf('call'), constant(tensorOf([1, 2, 2, 1], [14, 30, 57, 99])), 'forward', 9)],
  };
};

/** The kernel with d − 1 zeros between its rows, and e − 1 between its columns. */
function spread({ shape, values }: TensorData, [d, e]: Pair): TensorData {
  const [kh, kw, c, o] = shape as unknown as Extents;
  const size = [d * (kh - 1) + 1, e * (kw - 1) + 1, c, o] as const;
  const wide = zeros(size);
  for (const [at, value] of values.entries()) {
    const place = Math.floor(at / (c * o));
    const [u, v] = [Math.floor(place / kw), place % kw];
    wide.values[(u * d * size[1] + v * e) * c * o + (at % (c * o))] = value;
  }
  return wide;
}
const dilatedKernel = (random: Random, index: number): Plan => {
  const dilation = (
    [
      [2, 2],
      [3, 1],
      [1, 2],
    ] as const
  )[index] as Pair;
  const [x, w] = images([1, 8, 7, 2], [2, 3], 2)(random);
  const [dilated, explicit] = [`${index} dilated`, `${index} explicit`];
  return {
    tasks: [
      callTask(dilated, 'conv2dGeneral', [x, w, options([1, 2], [1, 0], dilation)]),
      callTask(explicit, 'conv2dGeneral', [x, spread(w, dilation), options([1, 2], [1, 0])]),
    ],
    expectations: [equal('y of the dilated kernel', outputOf(dilated), outputOf(explicit), 'forward', 10)],
  };
};

/** Weights 1, 10, 100 three pixels further on each time: 321, 654, and 987 only where there is a ninth pixel. */
const remainder: Check['plan'] = () => {
  const lengths = [8, 9, 10];
  return {
    tasks: lengths.map((length) =>
      callTask(`${length} pixels`, 'conv2dGeneral', [
        tensorOf(
          [1, 1, length, 1],
          Array.from({ length }, (_, i) => i + 1),
        ),
        tensorOf([1, 3, 1, 1], [1, 10, 100]),
        options([1, 3]),
      ]),
    ),
    expectations: lengths.map((length) => {
      const due = length < 9 ? [321, 654] : [321, 654, 987];
      return equal('y', outputOf(`${length} pixels`), constant(tensorOf([1, 1, due.length, 1], due)), 'forward', 3);
    }),
  };
};

/** Central differences where the gradient of the library's own convolution throws. */
const gradientsOfDilated = (random: Random, index: number): Plan => {
  const settings = [options([1, 1], [0, 0], [2, 2]), options([2, 1], [1, 2], [2, 3])][index] as Options;
  const args = images([1, 5, 4, 2], [3, 2], 2, settings)(random);
  const id = String(index);
  const upstream = random.normal(outputShape(args));
  return {
    tasks: [
      vjpTask(
        id,
        'conv2dGeneral',
        args,
        WRT.map(({ path }) => path),
        upstream,
      ),
    ],
    expectations: WRT.map(({ name, path }, at) =>
      equal(
        `∂L/∂${name}`,
        { gradient: id, index: at },
        constant(centralDifferences(conv64, args, upstream, path)),
        'differences',
        10,
      ),
    ),
  };
};

const [x, w] = [zeros([2, 6, 5, 3]), zeros([3, 2, 3, 4])];
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<'x' | 'w' | keyof Options, BadInput['args'][number]>>,
): BadInput => {
  const { x: images, w: filters, ...settings } = { x, w, ...options(), ...spoilt };
  return { label: { en, ko }, args: [images, filters, settings], accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T, G and E with S1–S7 of exercise 38: 19 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'conv2dGeneral',
    outputs: [Y],
    shapes: [
      images([2, 6, 5, 3], [3, 2], 4, options([2, 1], [1, 0], [1, 2])),
      images([1, 4, 9, 2], [2, 3], 5, options([1, 3], [0, 2], [3, 1])),
      images([3, 7, 4, 1], [1, 2], 2),
    ],
    values: [
      images([1, 5, 5, 2], [3, 3], 2, options([1, 1], [1, 1])),
      images([2, 6, 6, 1], [2, 2], 3, options([2, 2], [1, 1])),
      images([1, 7, 6, 2], [3, 2], 1, options([2, 1], [1, 0], [1, 2])),
      images([1, 8, 5, 2], [2, 3], 2, options([1, 2], [0, 2], [3, 1])),
      images([1, 6, 7, 2], [2, 2], 2, options([2, 3], [1, 2], [3, 2])),
    ],
    one: [
      images([1, 4, 3, 2], [2, 3], 3, options([1, 2], [1, 1])),
      images([1, 1, 1, 1], [1, 1], 1, options([2, 3])),
      images([1, 1, 1, 2], [3, 3], 2, options([1, 1], [1, 1])),
    ],
    fresh: anything(1),
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'conv2dGeneral',
    outputs: [Y],
    wrt: WRT,
    values: [
      images([1, 5, 5, 2], [3, 3], 2, options([2, 2], [1, 1])),
      images([2, 4, 4, 1], [2, 2], 2, options([1, 2], [1, 0], [3, 1])),
    ],
    fresh: anything(2),
    small: images([1, 4, 5, 2], [2, 3], 2, options([2, 1], [1, 1], [1, 2])),
    stress: [
      images([1, 3, 4, 2], [2, 2], 3, options([1, 2], [1, 0]), 1e3),
      images([1, 5, 2, 1], [2, 1], 2, options([3, 2])),
      images([1, 1, 1, 1], [1, 1], 1, options([1, 1], [2, 1]), 1e-6),
    ],
    forward64: conv64,
    terms: 10,
  }),
  ...errors(
    'conv2dGeneral',
    [
      bad('TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([6, 5, 3]) }),
      bad('RangeError', ['w', 'x'], ['filters for 2 channels on 3', '채널 3개에 채널 2개용 필터'], {
        w: zeros([3, 2, 2, 4]),
      }),
      bad('RangeError', ['stride'], same('stride = [0, 1]'), { stride: [0, 1] }),
      bad('RangeError', ['pad'], same('pad = [0, −1]'), { pad: [0, -1] }),
      bad('TypeError', ['dilation'], ['a single number for dilation', '숫자 하나인 dilation'], { dilation: 2 }),
      bad('RangeError', ['w', 'x', 'pad', 'dilation'], ['a span of 7 rows on 6', '행 6개에 길이가 7인 창'], {
        dilation: [3, 1],
      }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 6, 5, 3], 'int32') }),
      bad('TypeError', ['w'], ['a 2-D w', '2차원 w'], { w: zeros([3, 4]) }),
      bad('TypeError', ['w'], ['a number for w', '숫자인 w'], { w: 3 }),
      bad('RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 6, 5, 3]) }),
      bad('RangeError', ['w'], ['no filters', '필터 없음'], { w: zeros([3, 2, 3, 0]) }),
      bad('RangeError', ['stride'], same('stride = [1, 1.5]'), { stride: [1, 1.5] }),
      bad('TypeError', ['stride'], same("stride = ['1', 1]"), { stride: ['1', 1] }),
      bad('TypeError', ['stride'], ['no stride', 'stride 누락'], { stride: { $undefined: true } }),
      bad('RangeError', ['pad'], same('pad = [0.5, 0]'), { pad: [0.5, 0] }),
      bad('TypeError', ['pad'], same("pad = 'same'"), { pad: 'same' }),
      bad('RangeError', ['dilation'], same('dilation = [1, 0]'), { dilation: [1, 0] }),
      bad('RangeError', ['dilation'], same('dilation = [NaN, 1]'), { dilation: [Number.NaN, 1] }),
      bad('RangeError', ['w', 'x', 'pad', 'dilation'], ['a span of 8 columns on 7', '열 7개에 길이가 8인 창'], {
        pad: [0, 1],
        dilation: [1, 7],
      }),
    ],
  ),
  check(
    'halved',
    'value',
    'public',
    { en: 'Stride 2 and padding 1, by hand', ko: '스트라이드 2와 패딩 1, 손으로 계산한 예' },
    halved,
    { requires: ['shape'] },
  ),
  check(
    'explicit-kernel',
    'property',
    'public',
    { en: 'Dilation is zeros between the weights', ko: '팽창은 가중치 사이에 0을 넣은 것' },
    (random) => repeat(3, random, dilatedKernel),
    { requires: ['shape'] },
  ),
  check(
    'remainder',
    'value',
    'public',
    { en: 'Stride 3 drops what is left over', ko: '스트라이드 3은 나머지를 버림' },
    remainder,
    { requires: ['shape'] },
  ),
  check(
    'anisotropic',
    'value',
    'hidden',
    { en: 'Height and width with options of their own', ko: '높이와 너비의 설정이 서로 다름' },
    each<Args>(
      [
        images([1, 7, 7, 2], [2, 2], 2, options([1, 3])),
        images([1, 5, 5, 1], [3, 3], 2, options([1, 1], [2, 0])),
        images([1, 7, 7, 2], [2, 2], 1, options([1, 1], [0, 0], [1, 4])),
        images([2, 9, 5, 2], [3, 2], 3, options([3, 2], [0, 3], [2, 4])),
      ],
      judged,
    ),
    { requires: ['shape'] },
  ),
  check(
    'wide-padding',
    'value',
    'hidden',
    { en: 'Padding wider than the kernel', ko: '커널보다 넓은 패딩' },
    each<Args>(
      [
        images([1, 3, 3, 1], [1, 1], 1, options([1, 1], [2, 2])),
        images([1, 2, 3, 2], [2, 2], 2, options([1, 1], [3, 4])),
        images([1, 3, 2, 2], [2, 3], 3, options([2, 3], [5, 4], [1, 2])),
      ],
      judged,
    ),
    { requires: ['shape'] },
  ),
  check(
    'gradient-dilated',
    'gradient',
    'hidden',
    { en: 'Gradients with dilation against central differences', ko: '팽창이 있을 때 중앙 차분과 비교한 기울기' },
    (random) => repeat(2, random, gradientsOfDilated),
    { requires: ['shape'] },
  ),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most 3 × the operations of a loop over u and v', ko: '연산 수는 u와 v만 도는 반복의 3배 이내' },
    kernelBudget('conv2dGeneral', images([2, 16, 16, 3], [3, 3], 8, options([1, 2], [1, 1], [2, 1])), 3),
    { requires: ['shape'] },
  ),
];
