import { type Tensor64, toTensor64 } from '@/grading/central-differences';
import { type Argument, type Inputs, isTensorData } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { type BottleneckParams64, bottleneck64 } from './reference64';

type Affine = { readonly w: TensorData; readonly s: TensorData; readonly t: TensorData };
type Params = {
  readonly [name in 'w1' | 'w2' | 'w3']: TensorData;
} & { readonly s: readonly TensorData[]; readonly t: readonly TensorData[]; readonly proj?: Affine };
type Args = readonly [TensorData, Params, number];
/** C, M and O. */
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
  (n: number, h: number, w: number, [inputs, width, outputs]: Channels, stride: number, project = true): Inputs<Args> =>
  (random) => {
    const x = random.normal([n, h, w, inputs]);
    const layers = [
      affine(random, 1, inputs, width),
      affine(random, 3, width, width),
      affine(random, 1, width, outputs),
    ];
    const [w1, w2, w3] = layers.map((layer) => layer.w) as [TensorData, TensorData, TensorData];
    const inner = { w1, w2, w3, s: layers.map(({ s }) => s), t: layers.map(({ t }) => t) };
    return [x, project ? { ...inner, proj: affine(random, 1, inputs, outputs) } : inner, stride];
  };
const plain = (n: number, h: number, w: number, channels: number, width: number) =>
  block(n, h, w, [channels, width, channels], 1, false);
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 2, 7) as [number, number];
  const [inputs, width, outputs] = random.extents(3, 1, 5) as [number, number, number];
  return random.next() < 0.3
    ? plain(2, h, w, inputs, width)(random)
    : block(2, h, w, [inputs, width, outputs], random.integer(1, 3))(random);
};

/** Distance of the argument of every ReLU from 0. */
const CLEARANCE = 2e-3;
function to64(value: Argument): unknown {
  if (isTensorData(value)) return toTensor64(value);
  if (Array.isArray(value)) return value.map(to64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, to64(entry as Argument)]));
}
const clear =
  (inputs: Inputs<Args>): Inputs<Args> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      bottleneck64(...(to64(args) as [Tensor64, BottleneckParams64, number]), (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const smooth = clear((random) => {
  const [h, w] = random.extents(2, 3, 5) as [number, number];
  const [inputs, width, outputs] = random.extents(3, 1, 3) as [number, number, number];
  return random.next() < 0.3
    ? plain(2, h, w, inputs, width)(random)
    : block(2, h, w, [inputs, width, outputs], random.integer(1, 2))(random);
});

const shape = ([x, { w3 }, stride]: Args) => {
  const [n, h, w] = x.shape as [number, number, number];
  return [n, Math.ceil(h / stride), Math.ceil(w / stride), w3.shape[3] as number];
};
const outputs = [{ label: 'Y', path: [], shape }];

/** C, M, O, whether there is a projection, and the count. */
type Count = readonly [number, number, number, boolean, number];
const counted =
  (...cases: Count[]): Check['plan'] =>
  () => ({
    tasks: cases.map((args) => callTask(args.join(' '), 'bottleneckParams', args.slice(0, 4))),
    expectations: cases.map((args) =>
      equal('parameters', plainOf(args.join(' ')), constant(numbersOf([], [args[4]])), 'exact', 1),
    ),
  });

const filled = (extents: readonly number[], value: number): TensorData => {
  const data = zeros(extents);
  return { ...data, values: data.values.map(() => value) };
};
/** One channel, all scales 1 and shifts 0; the 3×3 kernel picks the pixel below and to the right, the projection is 0. */
const strideInSecond: Check['plan'] = () => {
  const grid = tensorOf(
    [1, 4, 5, 1],
    Array.from({ length: 20 }, (_, at) => 10 * Math.floor(at / 5) + (at % 5)),
  );
  const one = filled([1, 1, 1, 1], 1);
  const [ones, none] = [Array(3).fill(filled([1], 1)), Array(3).fill(zeros([1]))];
  const params = {
    ...{ w1: one, w2: tensorOf([3, 3, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 1]), w3: one, s: ones, t: none },
    proj: { w: zeros([1, 1, 1, 1]), s: filled([1], 1), t: zeros([1]) },
  };
  return {
    tasks: [
      callTask('stride 2', 'bottleneck', [grid, params, 2]),
      callTask('stride 3', 'bottleneck', [grid, params, 3]),
    ],
    expectations: [
      equal('stride 2', outputOf('stride 2'), constant(tensorOf([1, 2, 3, 1], [11, 13, 0, 31, 33, 0])), 'forward', 3),
      equal('stride 3', outputOf('stride 3'), constant(tensorOf([1, 2, 2, 1], [11, 14, 0, 0])), 'forward', 3),
    ],
  };
};

/** Without its last weights the branch is t₃, whatever else it holds. */
const silentBranch = (random: Random, index: number): Plan => {
  const channels = 2 + index;
  const [x, params] = plain(2, 3, 4, channels, 3)(random);
  const t3 = params.t[2] as TensorData;
  const due = x.values.map((value, at) => Math.max(value + (t3.values[at % channels] as number), 0));
  const id = String(index);
  return {
    tasks: [callTask(id, 'bottleneck', [x, { ...params, w3: zeros([1, 1, 3, channels]) }, 1])],
    expectations: [equal('ReLU(x + t₃)', outputOf(id), constant({ ...x, values: due }), 'forward', 3)],
  };
};

const oddSides = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'bottleneck', args)],
  expectations: [
    { expect: 'shape', label: 'Y of odd sides', actual: outputOf(id), shape: shape(args), dtype: 'float32' },
    asReference('Y of odd sides', outputOf(id), 'forward', 10),
  ],
});

const x = zeros([2, 4, 6, 3]);
const [two, three] = [zeros([2]), zeros([3])];
const params: Params = {
  w1: zeros([1, 1, 3, 2]),
  w2: zeros([3, 3, 2, 2]),
  w3: zeros([1, 1, 2, 3]),
  s: [two, two, three],
  t: [two, two, three],
};
const proj: Affine = { w: zeros([1, 1, 3, 3]), s: three, t: three };
const bad = (
  name: 'TypeError' | 'RangeError',
  names: readonly string[],
  en: string,
  ko: string,
  ...args: BadInput['args']
): BadInput => ({ label: { en, ko }, args, accept: names.map((param) => ({ name, param })) });
const badCount = (...[name, names, en, ko, ...args]: Parameters<typeof bad>): BadInput => ({
  ...bad(name, names, `bottleneckParams with ${en}`, `bottleneckParams, ${ko}`, ...args),
  fn: 'bottleneckParams',
});

/** Kits T, G and E with S1–S5 of exercise 50: 17 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'bottleneck',
    outputs,
    shapes: [plain(2, 3, 4, 5, 2), block(3, 5, 4, [2, 1, 4], 2), block(2, 7, 4, [3, 2, 6], 3)],
    values: [
      plain(2, 3, 3, 2, 2),
      plain(2, 4, 4, 4, 2),
      block(2, 4, 4, [2, 2, 2], 2),
      block(2, 4, 6, [3, 2, 4], 2),
      block(1, 5, 4, [2, 3, 1], 1),
    ],
    one: [block(1, 4, 3, [2, 3, 1], 2), plain(1, 1, 1, 1, 1), block(1, 1, 2, [1, 2, 3], 2)],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'bottleneck',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'W₁', path: [1, 'w1'] },
      { name: 'W₂', path: [1, 'w2'] },
      { name: 'W₃', path: [1, 'w3'] },
    ],
    values: [clear(block(2, 4, 4, [2, 2, 2], 2)), clear(plain(2, 3, 4, 3, 2))],
    fresh: smooth,
    small: clear(block(2, 5, 3, [2, 2, 3], 2)),
    stress: [
      block(2, 3, 2, [2, 3, 1], 1),
      () => [zeros([1, 4, 4, 3]), { ...params, proj }, 2],
      () => [filled([1, 4, 4, 3], 1e3), params, 1],
    ],
    forward64: bottleneck64,
    terms: 10,
  }),
  ...errors(
    'bottleneck',
    [
      bad('TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([4, 6, 3]), params, 1),
      bad('RangeError', ['w2'], 'a 1 × 1 w2', '1×1인 w2', x, { ...params, w2: zeros([1, 1, 2, 2]) }, 1),
      bad(
        'RangeError',
        ['w3'],
        'w3 for 3 channels of 2',
        '채널 2개에 3개용 w3',
        x,
        { ...params, w3: zeros([1, 1, 3, 3]) },
        1,
      ),
      bad('RangeError', ['proj'], 'stride 2 without proj', 'proj 없이 스트라이드 2', x, params, 2),
      badCount('RangeError', ['width'], 'width = 0', 'width = 0', 64, 0, 64, false),
    ],
    [
      bad(
        'RangeError',
        ['proj'],
        '3 → 4 channels without proj',
        'proj 없이 채널 3 → 4',
        x,
        { ...params, w3: zeros([1, 1, 2, 4]), s: [two, two, zeros([4])], t: [two, two, zeros([4])] },
        1,
      ),
      bad('RangeError', ['stride'], 'stride 0', '스트라이드 0', x, { ...params, proj }, 0),
      bad('RangeError', ['stride'], 'stride 1.5', '스트라이드 1.5', x, { ...params, proj }, 1.5),
      bad('TypeError', ['stride'], "stride '2'", "스트라이드 '2'", x, { ...params, proj }, '2'),
      bad('RangeError', ['w1'], 'a 3 × 3 w1', '3×3인 w1', x, { ...params, w1: zeros([3, 3, 3, 2]) }, 1),
      bad(
        'RangeError',
        ['w1', 'x'],
        'w1 for 2 channels of 3',
        '채널 3개에 2개용 w1',
        x,
        { ...params, w1: zeros([1, 1, 2, 2]) },
        1,
      ),
      bad(
        'RangeError',
        ['w2'],
        'w2 for 3 channels of 2',
        '채널 2개에 3개용 w2',
        x,
        { ...params, w2: zeros([3, 3, 3, 2]) },
        1,
      ),
      bad('RangeError', ['w2'], 'a 3 × 1 w2', '3×1인 w2', x, { ...params, w2: zeros([3, 1, 2, 2]) }, 1),
      bad('RangeError', ['w3'], 'a 3 × 3 w3', '3×3인 w3', x, { ...params, w3: zeros([3, 3, 2, 3]) }, 1),
      bad(
        'RangeError',
        ['s[0]'],
        's[0] of length 1',
        '길이 1인 s[0]',
        x,
        { ...params, s: [zeros([1]), two, three] },
        1,
      ),
      bad('RangeError', ['s[2]'], 's[2] of length 2', '길이 2인 s[2]', x, { ...params, s: [two, two, two] }, 1),
      bad(
        'RangeError',
        ['t[1]'],
        't[1] of length 1',
        '길이 1인 t[1]',
        x,
        { ...params, t: [two, zeros([1]), three] },
        1,
      ),
      bad('TypeError', ['t[2]'], 'a 2-D t[2]', '2차원 t[2]', x, { ...params, t: [two, two, zeros([1, 3])] }, 1),
      bad(
        'RangeError',
        ['proj'],
        'a projection to 4 channels of 3',
        '채널 3개 자리에 4개로 가는 투영',
        x,
        { ...params, proj: { ...proj, w: zeros([1, 1, 3, 4]) } },
        2,
      ),
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
      badCount('RangeError', ['cin'], 'cin = 1.5', 'cin = 1.5', 1.5, 2, 4, true),
      badCount('RangeError', ['cout'], 'cout = NaN', 'cout = NaN', 4, 2, Number.NaN, true),
      badCount('RangeError', ['cin'], 'cin = −1', 'cin = −1', -1, 2, 4, true),
      badCount('TypeError', ['width'], "width = '64'", "width = '64'", 64, '64', 256, true),
      badCount('TypeError', ['proj'], 'proj = 1', 'proj = 1', 64, 64, 256, 1),
      badCount('RangeError', ['proj'], '64 → 256 without projection', '투영 없이 64 → 256', 64, 64, 256, false),
    ],
  ),
  check(
    'identity-parameters',
    'value',
    'public',
    { en: '256-64-256: 69,632 weights and 768 of batch norms', ko: '256-64-256의 가중치 69,632개와 배치 정규화 768개' },
    counted([256, 64, 256, false, 69_632 + 768], [4, 1, 4, false, 17 + 12], [512, 128, 512, false, 280_064]),
  ),
  check(
    'projection-parameters',
    'value',
    'public',
    { en: '64-64-256 with projection: 75,008', ko: '투영이 있는 64-64-256은 75,008' },
    counted([64, 64, 256, true, 75_008], [3, 2, 5, true, 52 + 18 + 25], [256, 128, 512, true, 379_392]),
  ),
  check(
    'stride-placement',
    'value',
    'public',
    { en: 'The 3 × 3 convolution makes the stride, by hand', ko: '스트라이드는 3×3 합성곱에, 손으로 계산한 예' },
    strideInSecond,
    { requires: ['shape'] },
  ),
  check(
    'silent-branch',
    'property',
    'hidden',
    { en: 'With W₃ = 0: ReLU(x + t₃)', ko: 'W₃ = 0이면 ReLU(x + t₃)' },
    (random) => repeat(2, random, silentBranch),
    { requires: ['shape'] },
  ),
  check(
    'odd-sides',
    'value',
    'hidden',
    { en: 'Odd sides: both paths give one size', ko: '변이 홀수여도 두 경로의 크기는 같음' },
    each<Args>([block(1, 5, 7, [1, 2, 2], 2), block(2, 7, 3, [2, 1, 3], 2), block(1, 5, 7, [2, 2, 1], 3)], oddSides),
    { requires: ['shape'] },
  ),
];
