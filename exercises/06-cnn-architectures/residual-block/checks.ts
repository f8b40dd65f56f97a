import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat, vjpTask } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { residual64 } from './reference64';

type Affine = { readonly w: TensorData; readonly s: TensorData; readonly t: TensorData };
type Params = {
  readonly [name in 'w1' | 's1' | 't1' | 'w2' | 's2' | 't2']: TensorData;
} & { readonly proj?: Affine };
type Args = readonly [TensorData, Params, number];
/** Channels of x, between the convolutions, and of the result. */
type Channels = readonly [number, number, number];

function affine(random: Random, size: number, inputs: number, outputs: number): Affine {
  return {
    w: random.normal([size, size, inputs, outputs], Math.sqrt(2 / (size * size * inputs))),
    s: random.uniform([outputs], 0.5, 1.5),
    t: random.normal([outputs], 0.5),
  };
}
/** With a projection where `project` says so. */
const block =
  (
    n: number,
    h: number,
    w: number,
    [inputs, middle, outputs]: Channels,
    stride: number,
    project = true,
  ): Inputs<Args> =>
  (random) => {
    const x = random.normal([n, h, w, inputs]);
    const first = affine(random, 3, inputs, middle);
    const second = affine(random, 3, middle, outputs);
    const inner = { w1: first.w, s1: first.s, t1: first.t, w2: second.w, s2: second.s, t2: second.t };
    return [x, project ? { ...inner, proj: affine(random, 1, inputs, outputs) } : inner, stride];
  };
const plain = (n: number, h: number, w: number, channels: number, middle: number) =>
  block(n, h, w, [channels, middle, channels], 1, false);
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 2, 7) as [number, number];
  const [inputs, middle, outputs] = random.extents(3, 1, 4) as [number, number, number];
  return random.next() < 0.3
    ? plain(2, h, w, inputs, middle)(random)
    : block(2, h, w, [inputs, middle, outputs], random.integer(1, 3))(random);
};

/** Distance of the argument of every ReLU from 0. */
const CLEARANCE = 2e-3;
const params64 = ({ proj, ...inner }: Params) => {
  const all = <T extends Readonly<Record<string, TensorData>>>(tensors: T) =>
    Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, toTensor64(tensor)])) as Record<
      keyof T,
      ReturnType<typeof toTensor64>
    >;
  return proj ? { ...all(inner), proj: all(proj) } : all(inner);
};
const clear =
  (inputs: Inputs<Args>): Inputs<Args> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      residual64(toTensor64(args[0]), params64(args[1]), args[2], (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const smooth = clear((random) => {
  const [h, w] = random.extents(2, 3, 5) as [number, number];
  return block(2, h, w, random.extents(3, 1, 3) as [number, number, number], random.integer(1, 2))(random);
});

const shape = ([x, { w2 }, stride]: Args) => {
  const [n, h, w] = x.shape as [number, number, number];
  return [n, Math.ceil(h / stride), Math.ceil(w / stride), w2.shape[3] as number];
};
const outputs = [{ label: 'Y', path: [], shape }];

const filled = (extents: readonly number[], value: number): TensorData => {
  const data = zeros(extents);
  return { ...data, values: data.values.map(() => value) };
};
/** F is 0, whatever x is. */
const silent = (random: Random, channels: number): Params => ({
  w1: zeros([3, 3, channels, channels]),
  s1: random.normal([channels]),
  t1: zeros([channels]),
  w2: zeros([3, 3, channels, channels]),
  s2: random.normal([channels]),
  t2: zeros([channels]),
});
const positive = (x: TensorData, values: TensorData): TensorData => ({
  ...values,
  values: values.values.map((value, at) => ((x.values[at] as number) > 0 ? value : 0)),
});

const identity = (random: Random, index: number): Plan => {
  const channels = 2 + index;
  const x = random.normal([2, 3, 4, channels]);
  const id = String(index);
  return {
    tasks: [callTask(id, 'residual', [x, silent(random, channels), 1])],
    expectations: [equal('ReLU(x)', outputOf(id), constant(positive(x, x)), 'forward', 1)],
  };
};

/** Pixel (i, j) is 10i + j; with F = 0, a projection 2·pixel − 7 shows which pixels it takes, and the ReLU. */
const projected: Check['plan'] = () => {
  const grid = tensorOf(
    [1, 4, 5, 1],
    Array.from({ length: 20 }, (_, at) => 10 * Math.floor(at / 5) + (at % 5)),
  );
  const none = { w: zeros([3, 3, 1, 1]), s: filled([1], 1), t: zeros([1]) };
  const params = {
    ...{ w1: none.w, s1: none.s, t1: none.t, w2: none.w, s2: none.s, t2: none.t },
    proj: { w: filled([1, 1, 1, 1], 1), s: filled([1], 2), t: filled([1], -7) },
  };
  return {
    tasks: [callTask('stride 2', 'residual', [grid, params, 2]), callTask('stride 3', 'residual', [grid, params, 3])],
    expectations: [
      equal('stride 2', outputOf('stride 2'), constant(tensorOf([1, 2, 3, 1], [0, 0, 1, 33, 37, 41])), 'forward', 3),
      equal('stride 3', outputOf('stride 3'), constant(tensorOf([1, 2, 2, 1], [0, 0, 53, 59])), 'forward', 3),
    ],
  };
};

const oddSides = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'residual', args)],
  expectations: [
    { expect: 'shape', label: 'Y of odd sides', actual: outputOf(id), shape: shape(args), dtype: 'float32' },
    asReference('Y of odd sides', outputOf(id), 'forward', 10),
  ],
});

const throughShortcut = (random: Random, index: number): Plan => {
  const channels = 2 + index;
  const x = random.normal([2, 3, 4, channels]);
  const upstream = random.normal(x.shape);
  const id = String(index);
  return {
    tasks: [vjpTask(id, 'residual', [x, silent(random, channels), 1], [[0]], upstream)],
    expectations: [
      equal('∂L/∂x where F = 0', { gradient: id, index: 0 }, constant(positive(x, upstream)), 'gradient', 1),
    ],
  };
};

const x = zeros([2, 4, 6, 3]);
const params: Params = {
  w1: zeros([3, 3, 3, 5]),
  s1: zeros([5]),
  t1: zeros([5]),
  w2: zeros([3, 3, 5, 3]),
  s2: zeros([3]),
  t2: zeros([3]),
};
const proj: Affine = { w: zeros([1, 1, 3, 3]), s: zeros([3]), t: zeros([3]) };
const bad = (
  name: 'TypeError' | 'RangeError',
  names: readonly string[],
  en: string,
  ko: string,
  ...args: BadInput['args']
): BadInput => ({ label: { en, ko }, args, accept: names.map((param) => ({ name, param })) });

const withoutProj: Check['plan'] = () => {
  const wider = { ...params, w2: zeros([3, 3, 5, 4]), s2: zeros([4]), t2: zeros([4]) };
  const rows = [
    { id: 'stride', label: { en: 'stride 2 without proj', ko: 'proj 없이 스트라이드 2' }, args: [x, params, 2] },
    { id: 'channels', label: { en: '3 → 4 channels without proj', ko: 'proj 없이 채널 3 → 4' }, args: [x, wider, 1] },
  ] as const;
  return {
    tasks: rows.map(({ id, args }) => callTask(id, 'residual', args)),
    expectations: rows.map(({ id, label }) => ({
      expect: 'throws',
      task: id,
      fn: 'residual',
      label,
      accept: [{ name: 'RangeError', param: 'proj' }],
    })),
  };
};

/** Kits T, G and E with S1–S5 of exercise 49: 17 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'residual',
    outputs,
    shapes: [plain(2, 3, 4, 5, 2), block(3, 5, 4, [2, 3, 4], 2), block(2, 7, 4, [3, 1, 2], 3)],
    values: [
      plain(2, 3, 3, 2, 2),
      plain(2, 4, 4, 3, 2),
      block(2, 4, 4, [2, 2, 2], 2),
      block(2, 4, 6, [3, 2, 4], 2),
      block(1, 5, 4, [2, 3, 1], 1),
    ],
    one: [block(1, 4, 3, [2, 3, 1], 2), plain(1, 1, 1, 1, 1), block(1, 1, 2, [1, 2, 3], 2)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'residual',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'W₁', path: [1, 'w1'] },
      { name: 'W₂', path: [1, 'w2'] },
      { name: 'W of proj', path: [1, 'proj', 'w'] },
    ],
    values: [clear(block(2, 4, 4, [2, 2, 2], 2)), clear(block(2, 3, 4, [2, 3, 1], 1))],
    fresh: smooth,
    small: clear(block(2, 5, 4, [1, 2, 3], 2)),
    stress: [
      block(2, 3, 2, [2, 3, 1], 1),
      () => [zeros([1, 4, 4, 3]), { ...params, proj }, 2],
      () => [filled([1, 4, 4, 3], 1e3), { ...params, proj }, 1],
    ],
    forward64: residual64,
    terms: 10,
  }),
  ...errors(
    'residual',
    [
      bad('TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([4, 6, 3]), params, 1),
      bad(
        'RangeError',
        ['w1', 'x'],
        'w1 for 2 channels of 3',
        '채널 3개에 2개용 w1',
        x,
        { ...params, w1: zeros([3, 3, 2, 5]) },
        1,
      ),
      bad(
        'RangeError',
        ['w2'],
        'w2 for 4 channels of 5',
        '채널 5개에 4개용 w2',
        x,
        { ...params, w2: zeros([3, 3, 4, 3]) },
        1,
      ),
      bad(
        'RangeError',
        ['proj'],
        'a projection to 4 channels of 3',
        '채널 3개 자리에 4개로 가는 투영',
        x,
        { ...params, proj: { ...proj, w: zeros([1, 1, 3, 4]) } },
        2,
      ),
      bad('RangeError', ['stride'], 'stride 0', '스트라이드 0', x, { ...params, proj }, 0),
    ],
    [
      bad('RangeError', ['stride'], 'stride 1.5', '스트라이드 1.5', x, { ...params, proj }, 1.5),
      bad('RangeError', ['stride'], 'stride NaN', '스트라이드 NaN', x, { ...params, proj }, Number.NaN),
      bad('TypeError', ['stride'], "stride '2'", "스트라이드 '2'", x, { ...params, proj }, '2'),
      bad('RangeError', ['w1'], 'a 5 × 5 w1', '5×5인 w1', x, { ...params, w1: zeros([5, 5, 3, 5]) }, 1),
      bad('RangeError', ['w2'], 'a 3 × 1 w2', '3×1인 w2', x, { ...params, w2: zeros([3, 1, 5, 3]) }, 1),
      bad('RangeError', ['w1'], 'a 1 × 3 w1', '1×3인 w1', x, { ...params, w1: zeros([1, 3, 3, 5]) }, 1),
      bad('RangeError', ['s1'], 's1 of length 1', '길이 1인 s1', x, { ...params, s1: zeros([1]) }, 1),
      bad('RangeError', ['t1'], 't1 of length 4', '길이 4인 t1', x, { ...params, t1: zeros([4]) }, 1),
      bad('RangeError', ['s2'], 's2 of length 5', '길이 5인 s2', x, { ...params, s2: zeros([5]) }, 1),
      bad('RangeError', ['t2'], 't2 of length 1', '길이 1인 t2', x, { ...params, t2: zeros([1]) }, 1),
      bad('TypeError', ['t2'], 'a 2-D t2', '2차원 t2', x, { ...params, t2: zeros([1, 3]) }, 1),
      bad(
        'RangeError',
        ['proj'],
        'a 3 × 3 projection',
        '3×3인 투영',
        x,
        { ...params, proj: { ...proj, w: zeros([3, 3, 3, 3]) } },
        2,
      ),
      bad(
        'RangeError',
        ['proj'],
        'a projection of 2 channels',
        '채널 2개용 투영',
        x,
        { ...params, proj: { ...proj, w: zeros([1, 1, 2, 3]) } },
        2,
      ),
      bad(
        'RangeError',
        ['proj'],
        'proj.s of length 1',
        '길이 1인 proj.s',
        x,
        { ...params, proj: { ...proj, s: zeros([1]) } },
        2,
      ),
      bad(
        'RangeError',
        ['proj'],
        'proj.t of length 1',
        '길이 1인 proj.t',
        x,
        { ...params, proj: { ...proj, t: zeros([1]) } },
        2,
      ),
      bad('RangeError', ['x'], 'no images', '이미지 없음', zeros([0, 4, 6, 3]), params, 1),
    ],
  ),
  check(
    'identity',
    'property',
    'public',
    { en: 'Without weights and shifts: ReLU(x)', ko: '가중치와 위치가 0이면 ReLU(x)' },
    (random) => repeat(2, random, identity),
    { requires: ['shape'] },
  ),
  check(
    'projection',
    'value',
    'public',
    { en: 'The pixels that a projection takes, by hand', ko: '투영이 고르는 픽셀, 손으로 계산한 예' },
    projected,
    { requires: ['shape'] },
  ),
  check(
    'odd-sides',
    'value',
    'public',
    { en: 'Odd sides: both paths give one size', ko: '변이 홀수여도 두 경로의 크기는 같음' },
    each<Args>([block(1, 5, 7, [1, 2, 2], 2), block(2, 7, 3, [2, 1, 3], 2), block(1, 5, 7, [2, 2, 1], 3)], oddSides),
    { requires: ['shape'] },
  ),
  check(
    'through-shortcut',
    'gradient',
    'hidden',
    { en: 'With F = 0 gradients pass unchanged where x > 0', ko: 'F = 0이면 x > 0인 곳에서 기울기 그대로' },
    (random) => repeat(2, random, throughShortcut),
    { requires: ['shape'] },
  ),
  check(
    'without-projection',
    'throws',
    'hidden',
    { en: 'Refuses to add what does not fit', ko: '모양이 다르면 더하기를 거부' },
    withoutProj,
  ),
];
