import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { mlp64 } from './reference64';

type Act = 'relu' | 'tanh' | 'identity';
type Layer = { readonly w: TensorData; readonly b: TensorData };
type Args = readonly [TensorData, readonly Layer[], Act];

/** x for a batch of `n` and layers of these widths, the first of which is the number of inputs. */
const net =
  (n: number, widths: readonly number[], act: Act): Inputs<Args> =>
  (random) => [
    random.normal([n, widths[0] as number]),
    widths.slice(1).map((out, i) => {
      const fanIn = widths[i] as number;
      return { w: random.normal([fanIn, out], Math.sqrt(2 / fanIn)), b: random.normal([out]) };
    }),
    act,
  ];
const ACTS: readonly Act[] = ['relu', 'tanh', 'identity'];
const fresh: Inputs<Args> = (random) => {
  const widths = random.extents(random.integer(3, 4), 2, 7);
  return net(random.integer(2, 5), widths, ACTS[random.integer(0, 2)] as Act)(random);
};
/** Gradients are compared where the function is smooth. */
const smooth: Inputs<Args> = (random) => {
  const [x, layers] = net(random.integer(2, 4), random.extents(4, 2, 6), 'tanh')(random);
  return [x, layers, 'tanh'];
};
const outputs = [
  {
    label: 'Y',
    path: [],
    shape: ([x, layers]: Args) => [x.shape[0] as number, layers.at(-1)?.w.shape[1] as number],
  },
];

const oneLayer = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'mlp', args)],
  expectations: [asReference('Y', outputOf(id), 'forward', 10)],
});

/** The product of two matrices in double precision. */
function product(a: TensorData, b: TensorData): number[] {
  const [rows, inner] = a.shape as [number, number];
  const columns = b.shape[1] as number;
  return Array.from({ length: rows * columns }, (_, at) => {
    const [n, o] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let i = 0; i < inner; i++) sum += (a.values[n * inner + i] as number) * (b.values[i * columns + o] as number);
    return sum;
  });
}

/** With the identity, two layers are one: W = W₁W₂ and b = b₁W₂ + b₂. */
const collapsed = (random: Random, index: number): Plan => {
  const [x, layers] = net(3 + index, [3, 4, 2], 'identity')(random);
  const [first, second] = layers as [Layer, Layer];
  const w = tensorOf([3, 2], product(first.w, second.w));
  const row = product({ ...first.b, shape: [1, 4] }, second.w);
  const b = tensorOf(
    [2],
    row.map((value, o) => value + (second.b.values[o] as number)),
  );
  const [deep, flat] = [`${index} two layers`, `${index} one layer`];
  return {
    tasks: [callTask(deep, 'mlp', [x, layers, 'identity']), callTask(flat, 'mlp', [x, [{ w, b }], 'relu'])],
    expectations: [equal('two layers', outputOf(deep), outputOf(flat), 'forward', 10)],
  };
};

/** 784-128-10 with every weight at its place: an output is the sum of what reaches it. */
const digits: Check['plan'] = () => {
  const ones = (shape: number[], value: number) => {
    const data = zeros(shape);
    return { ...data, values: data.values.map(() => value) };
  };
  const layers = [
    { w: ones([784, 128], 1 / 784), b: ones([128], 0.5) },
    { w: ones([128, 10], 1 / 128), b: tensorOf([10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) },
  ];
  return {
    tasks: [callTask('call', 'mlp', [ones([2, 784], 1), layers, 'relu'])],
    expectations: [
      equal(
        'Y',
        outputOf('call'),
        constant(
          tensorOf(
            [2, 10],
            [...Array(20).keys()].map((i) => 1.5 + (i % 10)),
          ),
        ),
        'forward',
        10,
      ),
    ],
  };
};

const x = zeros([2, 3]);
const layer = (i: number, o: number): Layer => ({ w: zeros([i, o]), b: zeros([o]) });
const layers = [layer(3, 4), layer(4, 2)];

/** Kits T, G and E with S1–S4 of exercise 11: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'mlp',
    outputs,
    shapes: [net(2, [3, 4, 5], 'relu'), net(5, [2, 3], 'tanh'), net(3, [4, 2, 6, 3], 'identity')],
    values: [net(3, [3, 3, 3, 3], 'relu'), net(4, [3, 3, 3, 2], 'tanh'), net(2, [4, 4, 4, 3], 'tanh')],
    one: [net(1, [3, 4, 2], 'relu'), net(1, [1, 1, 1], 'tanh')],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'mlp',
    outputs,
    wrt: [
      { name: 'X', path: [0] },
      { name: 'W₁', path: [1, 0, 'w'] },
      { name: 'b₁', path: [1, 0, 'b'] },
      { name: 'W_L', path: [1, 2, 'w'] },
    ],
    values: [net(3, [3, 3, 3, 3], 'tanh'), net(4, [3, 3, 3, 2], 'tanh')],
    fresh: smooth,
    small: net(3, [3, 4, 2, 3], 'tanh'),
    stress: [net(2, [3, 4, 3, 2], 'relu'), net(2, [2, 2, 2, 2], 'identity')],
    forward64: mlp64,
    terms: 10,
  }),
  ...errors(
    'mlp',
    [
      {
        label: { en: 'an unknown activation', ko: '모르는 활성화 함수' },
        args: [x, layers, 'gelu'],
        accept: [{ name: 'TypeError', param: 'act' }],
      },
      {
        label: { en: 'no layers', ko: '층 없음' },
        args: [x, [], 'relu'],
        accept: [{ name: 'RangeError', param: 'layers' }],
      },
      {
        label: { en: 'layers 3→4 and 5→2', ko: '3→4 층과 5→2 층' },
        args: [x, [layer(3, 4), layer(5, 2)], 'relu'],
        accept: [{ name: 'RangeError', param: 'layers[1]' }],
      },
    ],
    [
      {
        label: { en: 'a 1-D x', ko: '1차원 x' },
        args: [zeros([3]), layers, 'relu'],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'no examples', ko: '예시 없음' },
        args: [zeros([0, 3]), layers, 'relu'],
        accept: [{ name: 'RangeError', param: 'x' }],
      },
      {
        label: { en: 'x of 2 features for 3 inputs', ko: '입력 3개에 특징 2개인 x' },
        args: [zeros([2, 2]), layers, 'relu'],
        accept: [
          { name: 'RangeError', param: 'layers[0]' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'a bias of the wrong length', ko: '길이가 틀린 편향' },
        args: [x, [layer(3, 4), { w: zeros([4, 2]), b: zeros([3]) }], 'relu'],
        accept: [{ name: 'RangeError', param: 'layers[1]' }],
      },
      {
        label: { en: 'a 2-D bias', ko: '2차원 편향' },
        args: [x, [{ w: zeros([3, 4]), b: zeros([1, 4]) }], 'relu'],
        accept: [{ name: 'TypeError', param: 'layers[0]' }],
      },
    ],
  ),
  check(
    'one-layer',
    'value',
    'public',
    { en: 'One layer is a dense layer', ko: '층이 하나면 완전연결층과 같음' },
    each<Args>([net(2, [3, 4], 'relu'), net(3, [2, 2], 'tanh')], oneLayer),
    { requires: ['shape'] },
  ),
  check(
    'collapse',
    'property',
    'public',
    { en: 'Without activation two layers are one', ko: '활성화 함수가 없으면 두 층은 한 층' },
    (random) => repeat(2, random, collapsed),
    { requires: ['shape'] },
  ),
  check(
    'five-layers',
    'value',
    'hidden',
    { en: 'Five layers of unequal width', ko: '너비가 다른 다섯 층' },
    each<Args>([net(4, [5, 3, 7, 2, 6, 4], 'relu'), net(3, [2, 8, 3, 5, 4, 1], 'tanh')], oneLayer),
    { requires: ['shape'] },
  ),
  check(
    'digits',
    'value',
    'hidden',
    { en: '784-128-10, all 101,770 parameters', ko: '784-128-10, 매개변수 101,770개 모두' },
    digits,
    { requires: ['shape'] },
  ),
];
