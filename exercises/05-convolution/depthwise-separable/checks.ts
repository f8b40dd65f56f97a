import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { TensorData } from '@/grading/tensor-data';
import { conv64, depthwiseSeparable64 } from './reference64';

type Options = { stride: number; pad: number };
/** x, dw, pw and the options. */
type Args = readonly [TensorData, TensorData, TensorData, Options];
type Shape = readonly [number, number, number, number];

/** `image` is [N, H, W, C], `sides` [kh, kw], `o` the number of output channels. */
const layer =
  (image: Shape, sides: readonly [number, number], o: number, stride: number, pad: number): Inputs<Args> =>
  (random) => [
    random.normal(image),
    random.normal([...sides, image[3], 1]),
    random.normal([image[3], o]),
    { stride, pad },
  ];

const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 3, 7) as [number, number];
  const [c, o] = random.extents(2, 1, 4) as [number, number];
  const sides = [random.integer(1, 3), random.integer(1, 3)] as const;
  return layer([random.integer(1, 2), h, w, c], sides, o, random.integer(1, 3), random.integer(0, 2))(random);
};

const windows = (size: number, k: number, { stride, pad }: Options) => Math.floor((size + 2 * pad - k) / stride) + 1;
const kit = {
  fn: 'depthwiseSeparable',
  outputs: [
    {
      label: 'y',
      path: [],
      shape: ([x, dw, pw, options]: Args) => {
        const [n, h, w] = x.shape as [number, number, number];
        const [kh, kw] = dw.shape as [number, number];
        return [n, windows(h, kh, options), windows(w, kw, options), pw.shape[1] as number];
      },
    },
  ],
  values: [
    layer([1, 3, 3, 2], [2, 2], 2, 1, 0),
    layer([2, 4, 4, 3], [3, 3], 3, 1, 1),
    layer([2, 5, 4, 3], [2, 3], 3, 1, 1),
    layer([1, 7, 6, 2], [3, 2], 2, 2, 1),
  ],
  fresh,
  terms: 10,
};

const asDense = (args: Args, id: string): Plan => {
  const [x, dw, pw, options] = args;
  const { shape, values } = depthwiseSeparable64(toTensor64(x), toTensor64(dw), toTensor64(pw), options);
  return {
    tasks: [callTask(id, 'depthwiseSeparable', args)],
    expectations: [equal('y', outputOf(id), constant(tensorOf(shape, [...values])), 'forward', 10)],
  };
};

/** 576 depthwise and 8,192 pointwise weights. */
const wide: Check['plan'] = (random) => {
  const args = layer([1, 3, 3, 64], [3, 3], 128, 1, 0)(random);
  return {
    tasks: [callTask('wide', 'depthwiseSeparable', args)],
    expectations: [
      { expect: 'shape', label: 'y', actual: outputOf('wide'), shape: [1, 1, 1, 128], dtype: 'float32' },
      asReference('y', outputOf('wide'), 'forward', 64),
    ],
  };
};

/** With pw = I the result is the depthwise step: each channel convolved with its own filter. */
const identity = (args: Args, id: string): Plan => {
  const [x, dw, , options] = args;
  const c = x.shape[3] as number;
  const eye = tensorOf(
    [c, c],
    Array.from({ length: c * c }, (_, i) => (i % (c + 1) === 0 ? 1 : 0)),
  );
  const channelOf = ({ shape, values }: TensorData, axis: 2 | 3, channel: number) =>
    toTensor64({
      shape: shape.map((extent, at) => (at === axis ? 1 : extent)),
      values: values.filter((_, i) => i % c === channel),
    });
  const channels = Array.from({ length: c }, (_, channel) =>
    conv64(channelOf(x, 3, channel), channelOf(dw, 2, channel), options),
  );
  const [{ shape, values }] = channels as [ReturnType<typeof conv64>];
  const mixed = Array.from(values).flatMap((_, i) => channels.map((one) => one.values[i] as number));
  return {
    tasks: [callTask(id, 'depthwiseSeparable', [x, dw, eye, options])],
    expectations: [equal('y', outputOf(id), constant(tensorOf([...shape.slice(0, 3), c], mixed)), 'forward', 10)],
  };
};

const strided = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'depthwiseSeparable', args)],
  expectations: [asReference('y', outputOf(id), 'forward', 10)],
});

const scaled =
  (inputs: Inputs<Args>, factor: number): Inputs<Args> =>
  (random) => {
    const [x, ...rest] = inputs(random);
    return [{ ...x, values: x.values.map((value) => factor * value) }, ...rest];
  };

const all = { x: zeros([2, 5, 7, 3]), dw: zeros([3, 2, 3, 1]), pw: zeros([3, 4]), stride: 2, pad: 1 };
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  spoilt: Partial<Record<keyof typeof all, BadInput['args'][number]>>,
): BadInput => {
  const { x, dw, pw, stride, pad } = { ...all, ...spoilt };
  return { label: { en, ko }, args: [x, dw, pw, { stride, pad }], accept: params.map((param) => ({ name, param })) };
};
const same = (text: string) => [text, text] as const;

/** Kits T, G and E with S1–S4 of exercise 44: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    ...kit,
    shapes: [
      layer([2, 4, 5, 3], [3, 2], 1, 1, 0),
      layer([1, 6, 3, 2], [2, 3], 4, 3, 1),
      layer([3, 5, 7, 1], [1, 4], 2, 2, 2),
    ],
    one: [
      layer([1, 4, 3, 2], [2, 3], 1, 1, 1),
      layer([1, 1, 2, 2], [5, 6], 2, 1, 2),
      layer([1, 1, 1, 1], [1, 1], 1, 1, 0),
    ],
  }),
  ...gradients<Args>({
    ...kit,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'dw', path: [1] },
      { name: 'pw', path: [2] },
    ],
    small: layer([1, 5, 4, 3], [3, 2], 2, 2, 1),
    stress: [scaled(layer([1, 4, 3, 2], [3, 3], 2, 2, 1), 1e4), scaled(layer([2, 3, 3, 1], [2, 2], 2, 1, 0), 0)],
    forward64: depthwiseSeparable64,
  }),
  ...errors(
    'depthwiseSeparable',
    [
      bad('TypeError', ['x'], ['a 3-D x', '3차원 x'], { x: zeros([5, 7, 3]) }),
      bad('RangeError', ['dw'], ['two filters for each channel', '채널마다 필터 두 개'], { dw: zeros([3, 2, 3, 2]) }),
      bad('RangeError', ['pw', 'dw', 'x'], ['pw [4, 3] with 3 channels', '채널 3개에 pw [4, 3]'], {
        pw: zeros([4, 3]),
      }),
      bad('RangeError', ['stride'], same('stride = 0'), { stride: 0 }),
    ],
    [
      bad('TypeError', ['dw'], ['a 3-D dw', '3차원 dw'], { dw: zeros([3, 2, 3]) }),
      bad('TypeError', ['pw'], ['a 4-D pw', '4차원 pw'], { pw: zeros([1, 1, 3, 4]) }),
      bad('TypeError', ['x'], ['an int32 x', 'int32인 x'], { x: zeros([2, 5, 7, 3], 'int32') }),
      bad('RangeError', ['x'], ['no images', '이미지 없음'], { x: zeros([0, 5, 7, 3]) }),
      bad('RangeError', ['dw', 'x'], ['dw of 2 channels, x of 3', '채널이 2개인 dw와 3개인 x'], {
        dw: zeros([3, 2, 2, 1]),
      }),
      bad('RangeError', ['dw', 'x'], ['a kernel of 8 rows on 5 with pad 1', '5행, pad 1에 8행인 커널'], {
        dw: zeros([8, 2, 3, 1]),
      }),
      bad('RangeError', ['dw', 'x'], ['a kernel of 10 columns on 7 with pad 1', '7열, pad 1에 10열인 커널'], {
        dw: zeros([3, 10, 3, 1]),
      }),
      bad('TypeError', ['stride'], ["stride = '2'", "stride = '2' (문자열)"], { stride: '2' }),
      bad('RangeError', ['stride'], same('stride = 1.5'), { stride: 1.5 }),
      bad('TypeError', ['pad'], ["pad = 'same'", "pad = 'same' (문자열)"], { pad: 'same' }),
      bad('RangeError', ['pad'], same('pad = −1'), { pad: -1 }),
      bad('RangeError', ['pad'], same('pad = 0.5'), { pad: 0.5 }),
    ],
  ),
  check(
    'as-dense',
    'value',
    'public',
    { en: 'Equals a dense convolution with dw·pw', ko: 'dw·pw를 필터로 쓴 보통 합성곱과 일치' },
    each<Args>([layer([1, 3, 4, 2], [2, 2], 2, 1, 0), layer([1, 5, 5, 3], [3, 3], 2, 1, 1)], asDense),
  ),
  check(
    'few-weights',
    'value',
    'public',
    { en: '64 → 128 channels: 8,768 weights, not 73,728', ko: '채널 64 → 128: 가중치 73,728개가 아니라 8,768개' },
    wide,
  ),
  check(
    'identity',
    'value',
    'hidden',
    { en: 'pw = I leaves the depthwise step', ko: 'pw = I이면 깊이별 합성곱만' },
    each<Args>([layer([1, 3, 4, 2], [2, 2], 2, 1, 0), layer([2, 5, 4, 3], [3, 2], 3, 2, 1)], identity),
  ),
  check(
    'stride-two',
    'value',
    'hidden',
    { en: 'Stride 2', ko: '스트라이드 2' },
    each<Args>([layer([1, 5, 4, 2], [3, 3], 3, 2, 1), layer([2, 8, 7, 3], [3, 2], 2, 2, 0)], strided),
    { requires: ['shape'] },
  ),
];
