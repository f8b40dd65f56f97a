import { type Tensor64, toTensor64 } from '@/grading/central-differences';
import { type Argument, type Inputs, isTensorData } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { type InceptionParams64, inception64 } from './reference64';

type Conv = { readonly w: TensorData; readonly b: TensorData };
type Params = { readonly [name in 'b1' | 'b3r' | 'b3' | 'b5r' | 'b5' | 'pp']: Conv };
type Args = readonly [TensorData, Params];
/** Channels given by b1, b3r, b3, b5r, b5 and pp. */
type Sizes = readonly [number, number, number, number, number, number];

const params = (
  cin: number,
  [b1, b3r, b3, b5r, b5, pp]: Sizes,
  conv: (size: number, i: number, o: number) => Conv,
): Params => ({
  b1: conv(1, cin, b1),
  b3r: conv(1, cin, b3r),
  b3: conv(3, b3r, b3),
  b5r: conv(1, cin, b5r),
  b5: conv(5, b5r, b5),
  pp: conv(1, cin, pp),
});
const block =
  (n: number, h: number, w: number, cin: number, sizes: Sizes): Inputs<Args> =>
  (random) => [
    random.normal([n, h, w, cin]),
    params(cin, sizes, (size, i, o) => ({
      w: random.normal([size, size, i, o], Math.sqrt(2 / (size * size * i))),
      b: random.normal([o], 0.5),
    })),
  ];
const sizesOf = (random: Random, most: number): Sizes => {
  const size = () => random.integer(1, most);
  return [size(), size(), size(), size(), size(), size()];
};
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 1, 7) as [number, number];
  return block(random.integer(2, 3), h, w, random.integer(1, 4), sizesOf(random, 4))(random);
};

/** Distance of every ReLU and maximum from where its gradient jumps. */
const CLEARANCE = 2e-3;
function to64(value: Argument): unknown {
  if (isTensorData(value)) return toTensor64(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, to64(entry as Argument)]));
}
const clear =
  (inputs: Inputs<Args>): Inputs<Args> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      inception64(to64(args[0]) as Tensor64, to64(args[1]) as InceptionParams64, (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const smooth = clear((random) => {
  const [h, w] = random.extents(2, 2, 4) as [number, number];
  return block(random.integer(1, 2), h, w, random.integer(1, 3), sizesOf(random, 2))(random);
});

const shape = ([x, { b1, b3, b5, pp }]: Args) => [
  ...x.shape.slice(0, 3),
  [b1, b3, b5, pp].reduce((sum, { b }) => sum + (b.shape[0] as number), 0),
];
const outputs = [{ label: 'Y', path: [], shape }];

/** On ones, 3 rows and 4 columns: the 5×5 window around (1, 1) holds 12 of its 25 pixels. */
const threeA: Check['plan'] = () => ({
  tasks: [callTask('3a', { driver: 'inception-3a' }, [3, 4, [0, 1, 2, 3]])],
  expectations: [
    equal('shape of the result', plainOf('3a', ['shape']), constant(numbersOf([4], [1, 3, 4, 256])), 'exact', 1),
    equal(
      'pixel (1, 1)',
      outputOf('3a', ['pixel']),
      constant(
        tensorOf([256], [...Array(64).fill(1), ...Array(128).fill(2), ...Array(32).fill(2.48), ...Array(32).fill(4)]),
      ),
      'forward',
      10,
    ),
  ],
});

const weights: Check['plan'] = () => {
  const cases: [number, number[], number][] = [
    [1, [1, 1, 1, 1, 1, 1], 38],
    [2, [1, 2, 3, 4, 5, 6], 580],
    [192, [64, 96, 128, 16, 32, 32], 163_328],
    [528, [256, 160, 320, 32, 128, 128], 867_328],
  ];
  return {
    tasks: cases.map(([cin, sizes], i) => callTask(String(i), 'inceptionWeights', [cin, sizes])),
    expectations: cases.map(([, , due], i) =>
      equal('weights', plainOf(String(i)), constant(numbersOf([], [due])), 'exact', 1),
    ),
  };
};

const smallSides = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'inception', args)],
  expectations: [
    { expect: 'shape', label: 'Y of small sides', actual: outputOf(id), shape: shape(args), dtype: 'float32' },
    asReference('Y of small sides', outputOf(id), 'forward', 10),
  ],
});

const silent = (cin: number, sizes: Sizes): Params =>
  params(cin, sizes, (size, i, o) => ({ w: zeros([size, size, i, o]), b: zeros([o]) }));

/** Only the pooling branch speaks, and says −max: of −1, −2, −3 above −4, −5, −6, the window of a border pixel is cut. */
const negative: Check['plan'] = (random) => {
  const none = silent(1, [1, 1, 1, 1, 1, 1]);
  const p = { ...none, pp: { w: tensorOf([1, 1, 1, 1], [-1]), b: zeros([1]) } };
  const due = [1, 1, 2, 1, 1, 2].flatMap((value) => [0, 0, 0, value]);
  const wide = block(2, 3, 4, 2, [1, 1, 1, 1, 1, 2])(random);
  const below = { ...wide[0], values: wide[0].values.map((value) => -1 - Math.abs(value)) };
  return {
    tasks: [
      callTask('by hand', 'inception', [tensorOf([1, 2, 3, 1], [-1, -2, -3, -4, -5, -6]), p]),
      callTask('random', 'inception', [below, wide[1]]),
    ],
    expectations: [
      equal('−max of negative x', outputOf('by hand'), constant(tensorOf([1, 2, 3, 4], due)), 'forward', 10),
      asReference('Y of negative x', outputOf('random'), 'forward', 10),
    ],
  };
};

/** With weights of 0 a branch gives its last bias: channels are numbered in order. */
const order = (random: Random, index: number): Plan => {
  const counts = random.extents(4, 1, 5) as [number, number, number, number];
  const sizes: Sizes = [counts[0], 2, counts[1], 2, counts[2], counts[3]];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const numbers = random.permutation(total).map((number) => number + 1);
  const none = silent(2, sizes);
  let given = 0;
  const numbered = (conv: Conv): Conv => {
    const count = conv.b.shape[0] as number;
    given += count;
    return { ...conv, b: tensorOf([count], numbers.slice(given - count, given)) };
  };
  const [b1, b3, b5, pp] = [numbered(none.b1), numbered(none.b3), numbered(none.b5), numbered(none.pp)];
  const id = String(index);
  return {
    tasks: [callTask(id, 'inception', [random.normal([1, 1, 2, 2]), { ...none, b1, b3, b5, pp }])],
    expectations: [
      equal(
        'biases in order',
        outputOf(id),
        constant(tensorOf([1, 1, 2, total], [...numbers, ...numbers])),
        'exact',
        1,
      ),
    ],
  };
};

const x = zeros([2, 4, 6, 3]);
const p = silent(3, [2, 4, 5, 1, 2, 3]);
const conv = (size: number, i: number, o: number): Conv => ({ w: zeros([size, size, i, o]), b: zeros([o]) });
const bad = (
  name: 'TypeError' | 'RangeError',
  names: readonly string[],
  en: string,
  ko: string,
  ...args: BadInput['args']
): BadInput => ({ label: { en, ko }, args, accept: names.map((param) => ({ name, param })) });
const badCount = (...[name, names, en, ko, ...args]: Parameters<typeof bad>): BadInput => ({
  ...bad(name, names, `inceptionWeights with ${en}`, `inceptionWeights, ${ko}`, ...args),
  fn: 'inceptionWeights',
});

/** Kits T, G and E with S1–S5 of exercise 48: 17 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'inception',
    outputs,
    shapes: [
      block(2, 3, 4, 5, [1, 2, 3, 4, 6, 2]),
      block(3, 5, 2, 4, [2, 1, 1, 3, 2, 5]),
      block(1, 6, 7, 2, [3, 2, 4, 1, 1, 2]),
    ],
    values: [
      block(2, 3, 3, 2, [2, 2, 2, 2, 2, 2]),
      block(1, 4, 4, 3, [1, 2, 3, 2, 1, 2]),
      block(2, 4, 3, 2, [3, 1, 1, 3, 2, 1]),
      block(1, 5, 6, 2, [1, 3, 2, 1, 4, 2]),
    ],
    one: [block(1, 3, 4, 2, [2, 1, 3, 2, 1, 2]), block(1, 1, 1, 1, [1, 1, 1, 1, 1, 1])],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'inception',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'W of b3r', path: [1, 'b3r', 'w'] },
      { name: 'W of b5', path: [1, 'b5', 'w'] },
      { name: 'W of pp', path: [1, 'pp', 'w'] },
    ],
    values: [clear(block(1, 3, 3, 2, [2, 2, 2, 2, 2, 2])), clear(block(2, 3, 4, 2, [1, 2, 1, 1, 2, 1]))],
    fresh: smooth,
    small: clear(block(1, 4, 3, 3, [1, 2, 2, 2, 1, 2])),
    stress: [block(2, 3, 2, 2, [2, 1, 2, 1, 2, 1]), () => [zeros([1, 3, 4, 3]), p]],
    forward64: inception64,
    terms: 10,
  }),
  ...errors(
    'inception',
    [
      bad('TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([4, 6, 3]), p),
      bad('RangeError', ['b3'], 'a 5 × 5 b3', '5×5인 b3', x, { ...p, b3: conv(5, 4, 5) }),
      bad('RangeError', ['b5'], 'b5 for 3 channels of 1', '채널 1개에 3개용 b5', x, { ...p, b5: conv(5, 3, 2) }),
      bad('RangeError', ['b1'], 'b1 for 2 channels of 3', '채널 3개에 2개용 b1', x, { ...p, b1: conv(1, 2, 2) }),
      badCount('RangeError', ['s'], 'five entries', '항목 다섯 개', 192, [64, 96, 128, 16, 32]),
    ],
    [
      bad('RangeError', ['x'], 'no images', '이미지 없음', zeros([0, 4, 6, 3]), p),
      bad('RangeError', ['b1'], 'a 3 × 3 b1', '3×3인 b1', x, { ...p, b1: conv(3, 3, 2) }),
      bad('RangeError', ['b3r'], 'a 3 × 3 b3r', '3×3인 b3r', x, { ...p, b3r: conv(3, 3, 4) }),
      bad('RangeError', ['b5r'], 'b5r for 4 channels of 3', '채널 3개에 4개용 b5r', x, { ...p, b5r: conv(1, 4, 1) }),
      bad('RangeError', ['b5'], 'a 3 × 3 b5', '3×3인 b5', x, { ...p, b5: conv(3, 1, 2) }),
      bad('RangeError', ['b5'], 'a 5 × 1 b5', '5×1인 b5', x, { ...p, b5: { ...p.b5, w: zeros([5, 1, 1, 2]) } }),
      bad('RangeError', ['b3'], 'a 1 × 3 b3', '1×3인 b3', x, { ...p, b3: { ...p.b3, w: zeros([1, 3, 4, 5]) } }),
      bad('RangeError', ['pp'], 'pp for 1 channel of 3', '채널 3개에 1개용 pp', x, { ...p, pp: conv(1, 1, 3) }),
      bad('RangeError', ['b3.b'], 'a bias of length 1', '길이 1인 편향', x, { ...p, b3: { ...p.b3, b: zeros([1]) } }),
      bad('TypeError', ['pp.b'], 'a 2-D bias', '2차원 편향', x, { ...p, pp: { ...p.pp, b: zeros([1, 3]) } }),
      bad('TypeError', ['b5r.w'], 'a 2-D w', '2차원 w', x, { ...p, b5r: { ...p.b5r, w: zeros([3, 1]) } }),
      badCount('TypeError', ['s'], 's = 6', 's = 6', 192, 6),
      badCount('RangeError', ['s'], 'seven entries', '항목 일곱 개', 3, [1, 1, 1, 1, 1, 1, 1]),
      badCount('RangeError', ['s'], 'a count of 0', '0개', 3, [1, 1, 0, 1, 1, 1]),
      badCount('TypeError', ['s'], "'64'", "'64'", 3, ['64', 1, 1, 1, 1, 1]),
      badCount('RangeError', ['cin'], 'cin = 1.5', 'cin = 1.5', 1.5, [1, 1, 1, 1, 1, 1]),
      badCount('RangeError', ['cin'], 'cin = NaN', 'cin = NaN', Number.NaN, [1, 1, 1, 1, 1, 1]),
      badCount('TypeError', ['cin'], 'cin = null', 'cin = null', null, [1, 1, 1, 1, 1, 1]),
    ],
  ),
  check(
    'inception-3a',
    'value',
    'public',
    { en: 'Block 3a of GoogLeNet gives 256 channels', ko: 'GoogLeNet의 3a 블록은 채널 256개' },
    threeA,
    { requires: ['shape'] },
  ),
  check(
    'weights',
    'value',
    'public',
    { en: 'Weights: 163,328 in 3a and 867,328 in 4e', ko: '가중치: 3a는 163,328개, 4e는 867,328개' },
    weights,
  ),
  check(
    'small-sides',
    'value',
    'public',
    { en: 'Height and width stay, however small', ko: '아무리 작아도 높이와 너비는 그대로' },
    each<Args>(
      [
        block(1, 1, 2, 2, [1, 2, 1, 2, 1, 1]),
        block(2, 2, 5, 1, [2, 1, 1, 1, 1, 2]),
        block(1, 4, 1, 2, [1, 1, 2, 1, 2, 1]),
      ],
      smallSides,
    ),
    { requires: ['shape'] },
  ),
  check(
    'negative-border',
    'value',
    'hidden',
    { en: 'Maxima of negative values at the border', ko: '가장자리에서 음수의 최댓값' },
    negative,
    { requires: ['shape'] },
  ),
  check(
    'branch-order',
    'value',
    'hidden',
    { en: 'Channels in the order of the branches', ko: '가지의 순서대로 놓인 채널' },
    (random) => repeat(3, random, order),
    { requires: ['shape'] },
  ),
];
