import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import { sizeOf, type TensorData } from '@/grading/tensor-data';
import { pool64 } from './reference64';

type Mode = 'max' | 'avg';
/** x, k, stride, pad and mode. */
type Args = readonly [TensorData, number, number, number, Mode];
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
  (shape: Shape, k: number, stride: number, pad: number, mode: Mode): Inputs<Args> =>
  (random) => [distinct(random, shape), k, stride, pad, mode];

const freshOf =
  (mode: Mode): Inputs<Args> =>
  (random) => {
    const k = random.integer(1, 4);
    const pad = random.integer(0, Math.floor(k / 2));
    const [h, w] = random.extents(2, 4, 8) as [number, number];
    const shape: Shape = [random.integer(1, 2), h, w, random.integer(1, 3)];
    return pooling(shape, k, random.integer(1, 3), pad, mode)(random);
  };
const fresh: Inputs<Args> = (random) => freshOf(random.integer(0, 1) === 0 ? 'max' : 'avg')(random);

const windows = (size: number, k: number, stride: number, pad: number) => Math.floor((size + 2 * pad - k) / stride) + 1;
const output = {
  label: 'y',
  path: [],
  shape: ([x, k, stride, pad]: Args) => {
    const [n, h, w, c] = x.shape as [number, number, number, number];
    return [n, windows(h, k, stride, pad), windows(w, k, stride, pad), c];
  },
};

/** The kit's gradients in one mode, told apart by its name. */
const gradientsOf = (mode: Mode, stress: readonly Inputs<Args>[]): Check[] =>
  gradients<Args>({
    fn: 'pool2d',
    outputs: [output],
    wrt: [{ name: 'x', path: [0] }],
    values: [
      pooling([1, 4, 4, 1], 2, 2, 0, mode),
      pooling([2, 3, 6, 3], 3, 1, 1, mode),
      pooling([1, 7, 5, 2], 3, 2, 1, mode),
    ],
    fresh: freshOf(mode),
    small: pooling([1, 5, 6, 2], 3, 2, 1, mode),
    stress,
    forward64: pool64,
    terms: 10,
  }).map((one) => ({
    ...one,
    id: `${mode}-${one.id}`,
    title: { en: `${mode}: ${one.title.en}`, ko: `${mode}: ${one.title.ko}` },
    requires: one.requires.map((id) => (id === 'shape' ? id : `${mode}-${id}`)),
  }));

const scaled =
  (inputs: Inputs<Args>, factor: number): Inputs<Args> =>
  (random) => {
    const [x, ...rest] = inputs(random);
    return [{ ...x, values: x.values.map((value) => factor * value) }, ...rest];
  };

/** AlexNet's first pooling, and one small enough to follow: windows of three at 0, 2 share a row. */
const overlapping = (random: Random): Plan => ({
  tasks: [
    callTask('small', 'pool2d', [
      tensorOf([1, 5, 5, 1], [1, 2, 3, 4, 5, 9, 8, 7, 6, 5, 1, 3, 20, 7, 9, 0, 1, 0, 1, 0, 5, 4, 3, 2, 6]),
      ...[3, 2, 0, 'max'],
    ]),
    callTask('alexnet', 'pool2d', pooling([1, 55, 55, 1], 3, 2, 0, 'max')(random)),
  ],
  expectations: [
    equal('y', outputOf('small'), constant(tensorOf([1, 2, 2, 1], [20, 20, 20, 20])), 'exact', 1),
    { expect: 'shape', label: 'y', actual: outputOf('alexnet'), shape: [1, 27, 27, 1], dtype: 'float32' },
    asReference('y', outputOf('alexnet'), 'exact', 1),
  ],
});

/** Every number below 0, so that a padded 0 would win. */
const negative =
  (shape: Shape, k: number, stride: number, pad: number): Inputs<Args> =>
  (random) => [random.uniform(shape, -3, -1), k, stride, pad, 'max'];
const maximum = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'pool2d', args)],
  expectations: [asReference('y', outputOf(id), 'exact', 1)],
});

/** A mean of equal numbers is that number, at the border too. */
const flat = (random: Random, index: number): Plan => {
  const [x, k, stride, pad] = pooling([1, 4 + index, 5, 2], 3, 1 + index, 1, 'avg')(random);
  const level = 1.5 + index;
  const args: Args = [{ ...x, values: x.values.map(() => level) }, k, stride, pad, 'avg'];
  const shape = output.shape(args);
  const expected = tensorOf(
    shape,
    Array.from({ length: sizeOf(shape) }, () => level),
  );
  return {
    tasks: [callTask(String(index), 'pool2d', args)],
    expectations: [equal('y', outputOf(String(index)), constant(expected), 'forward', 10)],
  };
};

const identity = (random: Random, index: number): Plan => {
  const args = pooling([2, 3 + index, 4, 2], 1, 1, 0, index % 2 === 0 ? 'max' : 'avg')(random);
  return {
    tasks: [callTask(String(index), 'pool2d', args)],
    expectations: [equal('y', outputOf(String(index)), constant(args[0]), 'exact', 1)],
  };
};

/** One channel of x: [N, H, W, 1]. */
const channelOf = (x: TensorData, channel: number): TensorData => {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  return tensorOf(
    [n, h, w, 1],
    Array.from(x.values).filter((_, i) => i % c === channel),
  );
};
/** The result of all channels, summed over them, is the sum of the results of each. */
const channelByChannel = (random: Random, index: number): Plan => {
  const [x, k, stride, pad, mode] = pooling([1, 6, 5, 3], 3, 1 + index, 1, index % 2 === 0 ? 'max' : 'avg')(random);
  const all = `${index} all`;
  const one = (channel: number) => `${index} channel ${channel}`;
  const parts = [0, 1, 2].map((channel) => ({ sum: outputOf(one(channel)), axis: 3 }));
  return {
    tasks: [
      callTask(all, 'pool2d', [x, k, stride, pad, mode]),
      ...[0, 1, 2].map((channel) => callTask(one(channel), 'pool2d', [channelOf(x, channel), k, stride, pad, mode])),
    ],
    expectations: [
      asReference('y', outputOf(all), 'forward', 10),
      equal(
        'Σ y over channels',
        { sum: outputOf(all), axis: 3 },
        { combine: parts.map((of) => ({ factor: 1, of })) },
        'forward',
        10,
      ),
    ],
  };
};

const images = zeros([2, 5, 6, 3]);
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<'x' | 'k' | 'stride' | 'pad' | 'mode', BadInput['args'][number]>>,
): BadInput => {
  const all = { x: images, k: 3, stride: 2, pad: 1, mode: 'max', ...spoilt };
  return {
    label: { en, ko },
    args: [all.x, all.k, all.stride, all.pad, all.mode],
    accept: params.map((param) => ({ name, param })),
  };
};
const same = (text: string) => [text, text] as const;

/** Kit T, kit G in each mode, kit E, and S1–S5 of exercise 41: 21 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'pool2d',
    outputs: [output],
    shapes: [
      pooling([2, 5, 7, 3], 2, 2, 0, 'max'),
      pooling([1, 8, 4, 2], 3, 1, 1, 'avg'),
      pooling([3, 6, 9, 1], 4, 3, 2, 'max'),
    ],
    values: [
      pooling([1, 4, 4, 1], 2, 2, 0, 'max'),
      pooling([1, 4, 4, 2], 3, 1, 1, 'avg'),
      pooling([1, 3, 5, 2], 3, 2, 1, 'avg'),
      pooling([2, 5, 5, 2], 3, 2, 1, 'max'),
      pooling([2, 6, 4, 3], 3, 2, 1, 'avg'),
      pooling([1, 7, 8, 2], 2, 3, 0, 'avg'),
      pooling([2, 6, 7, 2], 3, 2, 0, 'max'),
    ],
    one: [
      pooling([1, 3, 5, 2], 3, 1, 1, 'max'),
      pooling([1, 1, 2, 2], 3, 1, 1, 'avg'),
      pooling([1, 1, 1, 1], 1, 1, 0, 'avg'),
    ],
    fresh,
    terms: 10,
  }),
  ...gradientsOf('max', [scaled(pooling([1, 4, 5, 2], 3, 2, 1, 'max'), 1e4), negative([1, 4, 3, 1], 2, 1, 1)]),
  ...gradientsOf('avg', [scaled(pooling([1, 4, 5, 2], 3, 2, 1, 'avg'), 1e4), pooling([1, 2, 3, 1], 2, 1, 1, 'avg')]),
  ...errors(
    'pool2d',
    [
      bad('TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([5, 6, 3]) }),
      bad('RangeError', ['k'], same('k = 0'), { k: 0, pad: 0 }),
      bad('RangeError', ['pad'], ['pad = 2 with k = 3', 'k = 3에 pad = 2'], { pad: 2 }),
      bad('TypeError', ['mode'], same("mode = 'min'"), { mode: 'min' }),
    ],
    [
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 6, 3], 'int32') }),
      bad('RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 5, 6, 3]) }),
      bad('TypeError', ['k'], ['k = null', 'k = null (숫자 아님)'], { k: null }),
      bad('RangeError', ['k'], same('k = 2.5'), { k: 2.5 }),
      bad('RangeError', ['k', 'x'], ['k = 9 on 5 × 6 with pad 1', '5 × 6, pad 1에 k = 9'], { k: 9 }),
      bad('RangeError', ['k', 'x'], ['k = 6 on 6 × 5', '6 × 5에 k = 6'], { x: zeros([1, 6, 5, 1]), k: 6, pad: 0 }),
      bad('TypeError', ['stride'], ["stride = '2'", "stride = '2' (문자열)"], { stride: '2' }),
      bad('RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
      bad('RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
      bad('TypeError', ['pad'], ["pad = 'same'", "pad = 'same' (문자열)"], { pad: 'same' }),
      bad('RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('RangeError', ['pad'], same('pad = 0.5'), { pad: 0.5 }),
      bad('TypeError', ['mode'], ['no mode', 'mode 누락'], { mode: { $undefined: true } }),
    ],
  ),
  check(
    'overlapping',
    'value',
    'public',
    { en: 'Overlapping windows: 55 → 27', ko: '겹치는 창: 55 → 27' },
    overlapping,
  ),
  check(
    'negative-padding',
    'value',
    'public',
    { en: 'Only negative values, with padding', ko: '음수뿐인 입력과 패딩' },
    each<Args>([negative([1, 3, 3, 1], 3, 1, 1), negative([1, 4, 6, 2], 2, 2, 1)], maximum),
  ),
  check(
    'constant-padding',
    'value',
    'public',
    { en: 'The mean of a constant image, with padding', ko: '상수 이미지와 패딩의 평균' },
    (random) => repeat(2, random, flat),
  ),
  check('window-of-one', 'value', 'hidden', { en: 'A window of one', ko: '크기 1인 창' }, (random) =>
    repeat(2, random, identity),
  ),
  check(
    'channels-independent',
    'property',
    'hidden',
    { en: 'Each channel by itself', ko: '서로 독립인 채널' },
    (random) => repeat(4, random, channelByChannel),
  ),
];
