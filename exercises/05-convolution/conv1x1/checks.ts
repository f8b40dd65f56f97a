import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import type { Expression } from '@/grading/checks/expectation';
import { gradients } from '@/grading/checks/gradients';
import { property } from '@/grading/checks/property';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { pixelwise64 } from './reference64';

type Extents = readonly [number, number, number, number];

/** Feature maps [N, H, W, C], weights to O channels, and a bias. */
const maps =
  (shape: Extents, o: number, scale = 1): Inputs =>
  (random) => [random.normal(shape, scale), random.normal([shape[3], o]), random.normal([o])];
const fresh: Inputs = (random) => {
  const [h, w] = random.extents(2, 1, 7) as [number, number];
  const [c, o] = random.extents(2, 1, 9) as [number, number];
  return maps([random.integer(1, 3), h, w, c], o)(random);
};
const outputShape = ([x, w]: readonly TensorData[]): number[] => [
  ...(x as TensorData).shape.slice(0, 3),
  (w as TensorData).shape[1] as number,
];
const Y = { label: 'y', path: [], shape: outputShape };

const identity = (size: number): TensorData => ({
  ...zeros([size, size]),
  values: Float32Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0)),
});
const unchanged = (random: Random, index: number): Plan => {
  const [id, channels] = [String(index), 2 + index];
  const x = random.normal([1, 3, 2 + 2 * index, channels]);
  return {
    tasks: [callTask(id, 'conv1x1', [x, identity(channels), zeros([channels])])],
    expectations: [equal('conv1x1(x, I, 0)', outputOf(id), constant(x), 'forward', channels)],
  };
};

/** A convolution with a kernel of any size, sum by sum. */
function convolved(x: TensorData, w: TensorData, b: TensorData): TensorData {
  const [n, height, width, channels] = x.shape as unknown as Extents;
  const [kh, kw, , o] = w.shape as unknown as Extents;
  const shape = [n, height - kh + 1, width - kw + 1, o] as const;
  const y = zeros(shape);
  for (const at of y.values.keys()) {
    const [filter, place] = [at % o, Math.floor(at / o)];
    const [j, row] = [place % shape[2], Math.floor(place / shape[2])];
    const [i, image] = [row % shape[1], Math.floor(row / shape[1])];
    let sum = b.values[filter] as number;
    for (let tap = 0; tap < kh * kw * channels; tap++) {
      const [c, spot] = [tap % channels, Math.floor(tap / channels)];
      const [u, v] = [Math.floor(spot / kw), spot % kw];
      const pixel = (image * height + i + u) * width + j + v;
      sum += (x.values[pixel * channels + c] as number) * (w.values[tap * o + filter] as number);
    }
    y.values[at] = sum;
  }
  return y;
}
const asConvolution = (random: Random, index: number): Plan => {
  const id = String(index);
  const [x, w, b] = maps([2, 3, 4 - index, 3], 2 + 3 * index)(random) as [TensorData, TensorData, TensorData];
  return {
    tasks: [callTask(id, 'conv1x1', [x, w, b])],
    expectations: [
      equal('y', outputOf(id), constant(convolved(x, { ...w, shape: [1, 1, ...w.shape] }, b)), 'forward', 10),
    ],
  };
};

/** Ones everywhere: the outputs of one pixel add up to the number of weights, and each weight's gradient is 1. */
const everyWeight: Check['plan'] = () => {
  const ones = (shape: number[]): TensorData => {
    const data = zeros(shape);
    return { ...data, values: data.values.map(() => 1) };
  };
  const args = [ones([1, 1, 1, 256]), ones([256, 64]), zeros([64])];
  const all = (expression: Expression, axes: number): Expression =>
    axes === 0 ? expression : all({ sum: expression, axis: 0 }, axes - 1);
  return {
    tasks: [callTask('call', 'conv1x1', args), vjpTask('vjp', 'conv1x1', args, [[1]], ones([1, 1, 1, 64]))],
    expectations: [
      equal('Σ y', all(outputOf('call'), 4), constant(tensorOf([], [16_384])), 'forward', 10),
      equal('Σ ∂L/∂w', all({ gradient: 'vjp', index: 0 }, 2), constant(tensorOf([], [16_384])), 'forward', 10),
    ],
  };
};

const [x, w, b] = [zeros([2, 4, 5, 3]), zeros([3, 6]), zeros([6])];
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<'x' | 'w' | 'b', BadInput['args'][number]>>,
): BadInput => {
  const all = { x, w, b, ...spoilt };
  return { label: { en, ko }, args: [all.x, all.w, all.b], accept: params.map((param) => ({ name, param })) };
};

/** Kits T, G and E with S1–S4 of exercise 39: 16 checks. */
export const checks: Check[] = [
  ...tensorForward({
    fn: 'conv1x1',
    outputs: [Y],
    shapes: [maps([2, 4, 5, 3], 6), maps([1, 7, 2, 5], 3), maps([3, 2, 6, 4], 1)],
    values: [maps([2, 3, 4, 2], 2), maps([2, 4, 2, 3], 3), maps([2, 2, 2, 4], 4)],
    one: [maps([1, 3, 2, 4], 5), maps([1, 1, 1, 1], 1), maps([1, 1, 6, 2], 3)],
    fresh,
    terms: 10,
  }),
  ...gradients({
    fn: 'conv1x1',
    outputs: [Y],
    wrt: [
      { name: 'x', path: [0] },
      { name: 'w', path: [1] },
      { name: 'b', path: [2] },
    ],
    values: [maps([2, 3, 2, 2], 2), maps([1, 2, 4, 3], 3)],
    fresh,
    small: maps([2, 2, 3, 3], 4),
    stress: [maps([1, 2, 3, 2], 3, 1e3), maps([1, 1, 1, 1], 1, 1e-6)],
    forward64: pixelwise64,
    terms: 10,
  }),
  ...errors(
    'conv1x1',
    [
      bad('TypeError', ['x'], ['a 2-D x', '2차원 x'], { x: zeros([4, 3]) }),
      bad('TypeError', ['w'], ['a 4-D w', '4차원 w'], { w: zeros([1, 1, 3, 6]) }),
      bad('RangeError', ['w', 'x'], ['w [4, 6] with 3 channels', '채널 3개에 w [4, 6]'], { w: zeros([4, 6]) }),
      bad('RangeError', ['b', 'w'], ['b [3] with 6 filters', '필터 6개에 b [3]'], { b: zeros([3]) }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 4, 5, 3], 'int32') }),
      bad('TypeError', ['x'], ['a number for x', '숫자인 x'], { x: 1 }),
      bad('TypeError', ['b'], ['a 2-D b', '2차원 b'], { b: zeros([1, 6]) }),
      bad('TypeError', ['b'], ['no b', 'b 누락'], { b: { $undefined: true } }),
      bad('RangeError', ['x'], ['an image without columns', '열이 없는 이미지'], { x: zeros([2, 4, 0, 3]) }),
      bad('RangeError', ['w', 'b'], ['no filters', '필터 없음'], { w: zeros([3, 0]), b: zeros([0]) }),
      bad('RangeError', ['b', 'w'], ['b of length 1', '길이 1인 b'], { b: zeros([1]) }),
    ],
  ),
  check(
    'identity',
    'property',
    'public',
    { en: 'w = I and b = 0 change nothing', ko: 'w = I, b = 0이면 그대로' },
    (random) => repeat(2, random, unchanged),
    { requires: ['shape'] },
  ),
  check(
    'as-convolution',
    'value',
    'public',
    { en: 'A convolution with kernels of 1×1', ko: '커널이 1×1인 합성곱과 같음' },
    (random) => repeat(2, random, asConvolution),
    { requires: ['shape'] },
  ),
  property({
    id: 'moved-pixels',
    title: { en: 'Pixels do not know their places', ko: '픽셀은 자기 자리를 모름' },
    visibility: 'hidden',
    driver: 'pixels',
    inputs: ['x', 'w', 'b', 'order'],
    generate: (random, size) => {
      const [n, height, width] = [random.integer(1, 2), size, random.integer(2, 4)];
      const tensors = maps([n, height, width, random.integer(1, 3)], random.integer(1, 4))(random);
      return [...tensors, random.permutation(n * height * width)];
    },
    sides: [{ label: 'y of the moved pixels', tolerance: 'forward', terms: 10 }],
    shrink: { values: ['x', 'w', 'b'] },
    requires: ['shape'],
  }),
  check(
    'every-weight',
    'value',
    'hidden',
    { en: '256 to 64 channels: 16,384 weights', ko: '채널 256개에서 64개로: 가중치 16,384개' },
    everyWeight,
    { requires: ['shape'] },
  ),
];
