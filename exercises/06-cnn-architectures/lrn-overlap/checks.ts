import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { alexBlock64, lrn64 } from './reference64';

type Options = { readonly n?: number; readonly k?: number; readonly alpha?: number; readonly beta?: number };
type LrnArgs = readonly [TensorData] | readonly [TensorData, Options];
type BlockArgs = readonly [TensorData, TensorData, TensorData, number];
type Four = readonly [number, number, number, number];

const maps =
  (shape: Four, options: Options): Inputs<LrnArgs> =>
  (random) => [random.normal(shape), options];
/** Values so large that the default α of 1e-4 shows. */
const strong =
  (shape: Four): Inputs<LrnArgs> =>
  (random) => [random.normal(shape, 100)];
const freshLrn: Inputs<LrnArgs> = (random) => {
  const [n, h, w] = random.extents(3, 1, 4) as [number, number, number];
  const number = (low: number, high: number) => random.uniform([], low, high).values[0] as number;
  const options = { n: 2 * random.integer(0, 3) + 1, k: number(0.5, 3), alpha: number(0, 2), beta: number(0, 1.5) };
  return maps([n, h, w, random.integer(2, 8)], options)(random);
};

/** x: [n, h, w, c] and `o` filters of [kh, kw]; numbers so large that the default α of 1e-4 shows. */
const layer =
  ([n, h, w, c]: Four, [kh, kw]: readonly [number, number], o: number, stride: number): Inputs<BlockArgs> =>
  (random) => [random.normal([n, h, w, c], 10), random.normal([kh, kw, c, o]), random.normal([o], 10), stride];
const freshBlock: Inputs<BlockArgs> = (random) => {
  const [h, w] = random.extents(2, 7, 10) as [number, number];
  const [kh, kw] = random.extents(2, 1, 3) as [number, number];
  const [c, o] = [random.integer(1, 2), random.integer(2, 7)];
  return layer([random.integer(1, 2), h, w, c], [kh, kw], o, random.integer(1, 2))(random);
};

/** Distance of every ReLU and maximum from where its gradient jumps; values are about 40. */
const CLEARANCE = 0.04;
const clear =
  (inputs: Inputs<BlockArgs>): Inputs<BlockArgs> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      alexBlock64(toTensor64(args[0]), toTensor64(args[1]), toTensor64(args[2]), args[3], (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const smooth = clear((random) => {
  const [h, w] = random.extents(2, 4, 6) as [number, number];
  return layer([2, h, w, random.integer(1, 2)], random.next() < 0.5 ? [2, 1] : [1, 2], random.integer(2, 4), 1)(random);
});

const lrnOutputs = [{ label: 'lrn', path: [], shape: ([x]: LrnArgs) => [...x.shape] }];
const blockOutputs = [
  {
    label: 'alexBlock',
    path: [],
    shape: ([x, w, , stride]: BlockArgs) => {
      const side = (axis: number) => {
        const convolved = Math.floor(((x.shape[axis] as number) - (w.shape[axis - 1] as number)) / stride) + 1;
        return Math.floor((convolved - 3) / 2) + 1;
      };
      return [x.shape[0] as number, side(1), side(2), w.shape[3] as number];
    },
  },
];

/** The kit's checks for one of the two functions. */
const of = (prefix: 'lrn' | 'block', fn: string, kit: readonly Check[]): Check[] =>
  kit.map((one) => ({
    ...one,
    id: `${prefix}-${one.id}`,
    title: { en: `${fn}: ${one.title.en}`, ko: `${fn}: ${one.title.ko}` },
    requires: one.requires.map((id) => `${prefix}-${id}`),
  }));

/** lrn of an input equals what `due` says of each element. */
const lrnIs =
  (
    label: string,
    inputs: Inputs<readonly [TensorData, Options]>,
    due: (values: readonly number[]) => readonly number[],
  ) =>
  (random: Random, index: number): Plan => {
    const [x, options] = inputs(random);
    const id = String(index);
    return {
      tasks: [callTask(id, 'lrn', [x, options])],
      expectations: [equal(label, outputOf(id), constant(tensorOf(x.shape, due([...x.values]))), 'forward', 10)],
    };
  };

const oneChannel = (random: Random, index: number): Plan => {
  const options = { n: 2 * index + 1, k: 1.5, alpha: 0.5, beta: 0.75 };
  return lrnIs(
    'x/(k + αx²)^β',
    (source) => [source.normal([2, 2, 3, 1]), options],
    (values) => values.map((value) => value / (1.5 + 0.5 * value * value) ** 0.75),
  )(random, index);
};

/** Every window holds every channel: one divisor per pixel. */
const wideWindow = (random: Random, index: number): Plan => {
  const channels = 2 + index;
  const options = { n: 2 * channels + 1, k: 1, alpha: 0.25, beta: 0.5 };
  return lrnIs(
    'x of few channels',
    (source) => [source.normal([2, 1, 3, channels]), options],
    (values) =>
      values.map((value, at) => {
        const first = at - (at % channels);
        const sum = values.slice(first, first + channels).reduce((total, other) => total + other * other, 0);
        return value / Math.sqrt(1 + 0.25 * sum);
      }),
  )(random, index);
};

const withoutAlpha = (random: Random, index: number): Plan => {
  const [k, beta] = [
    [2, 0.75],
    [0.5, 2],
    [3, 0],
  ][index] as [number, number];
  return lrnIs(
    'x/k^β',
    (source) => [source.normal([1, 2, 3, 6]), { k, beta, alpha: 0 }],
    (values) => values.map((value) => value / k ** beta),
  )(random, index);
};

/** How many of 7 channels lie in each window, where all are 1. */
const borders = (random: Random, index: number): Plan => {
  const [n, counts] = [
    [3, [2, 3, 3, 3, 3, 3, 2]],
    [5, [3, 4, 5, 5, 5, 4, 3]],
    [9, [5, 6, 7, 7, 7, 6, 5]],
  ][index] as [number, number[]];
  return lrnIs(
    '1/(1 + number of channels)',
    () => [tensorOf([1, 2, 1, 7], Array(14).fill(1)), { n, k: 1, alpha: 1, beta: 1 }],
    () => [...counts, ...counts].map((count) => 1 / (1 + count)),
  )(random, index);
};

/** As PyTorch computes it, with n·α in place of α: torch.nn.functional.local_response_norm, float64. */
const fixture: Check['plan'] = (random) =>
  lrnIs(
    'x with α = 0.3',
    () => [tensorOf([1, 1, 2, 4], [1, -2, 3, 0.5, 0, 4, -1, 2]), { n: 3, alpha: 0.3 }],
    () => [0.390794971, -0.50902162, 0.784996685, 0.154788956, 0, 0.919636563, -0.204499114, 0.781589943],
  )(random, 0);

/** All 55 × 55 pixels of all channels are 100, so that αΣx² is the number of channels in the window. */
const conv1: Check['plan'] = () => {
  const windows = Array.from({ length: 8 }, (_, c) => Math.min(c, 2) + 1 + Math.min(7 - c, 2));
  const due = windows.map((count) => 100 / (2 + count) ** 0.75);
  return {
    tasks: [callTask('conv1', { driver: 'conv1' }, [100])],
    expectations: [
      equal('shape of the result', plainOf('conv1', ['shape']), constant(numbersOf([4], [1, 27, 27, 8])), 'exact', 1),
      equal('first pixel', outputOf('conv1', ['corner']), constant(tensorOf([8], due)), 'forward', 10),
    ],
  };
};

const [x, w, b] = [zeros([2, 8, 9, 3]), zeros([3, 2, 3, 4]), zeros([4])];
const bad = (
  fn: 'lrn' | 'alexBlock',
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  ...args: BadInput['args']
): BadInput => ({
  fn,
  label: { en: `${fn} with ${en}`, ko: `${fn}, ${ko}` },
  args,
  accept: params.map((param) => ({ name, param })),
});

/** Kits T and G for each of the two functions, kit E, and S1–S6 of exercise 46: 28 checks. */
export const checks: Check[] = [
  ...of(
    'lrn',
    'lrn',
    tensorForward<LrnArgs>({
      fn: 'lrn',
      outputs: lrnOutputs,
      shapes: [strong([2, 3, 4, 5]), maps([3, 1, 2, 4], { n: 3 }), maps([1, 4, 3, 2], { n: 7, k: 1 })],
      values: [
        maps([2, 2, 2, 2], { n: 3, k: 1, alpha: 0.5, beta: 0.75 }),
        maps([1, 3, 3, 7], { n: 5, k: 2, alpha: 0.3 }),
        maps([2, 3, 2, 6], { n: 3, k: 0.5, alpha: 1, beta: 1.25 }),
        strong([1, 2, 4, 8]),
      ],
      one: [maps([1, 2, 3, 4], { n: 3, alpha: 0.4 }), maps([1, 1, 1, 1], { alpha: 1 }), strong([1, 1, 1, 9])],
      fresh: freshLrn,
      terms: 10,
    }),
  ),
  ...of(
    'lrn',
    'lrn',
    gradients<LrnArgs>({
      fn: 'lrn',
      outputs: lrnOutputs,
      wrt: [{ name: 'x', path: [0] }],
      values: [maps([2, 2, 2, 4], { n: 3, k: 1, alpha: 0.5 }), maps([1, 3, 2, 7], { alpha: 0.3 })],
      fresh: freshLrn,
      small: maps([2, 2, 3, 5], { n: 3, k: 1, alpha: 0.5, beta: 0.75 }),
      stress: [
        () => [zeros([1, 2, 2, 4])],
        maps([1, 2, 2, 3], { alpha: 0, beta: 0 }),
        (random) => [random.normal([1, 2, 2, 6], 1e4)],
      ],
      forward64: lrn64,
      terms: 10,
    }),
  ),
  ...of(
    'block',
    'alexBlock',
    tensorForward<BlockArgs>({
      fn: 'alexBlock',
      outputs: blockOutputs,
      shapes: [
        layer([2, 7, 9, 3], [2, 3], 4, 1),
        layer([3, 11, 8, 1], [4, 1], 2, 2),
        layer([1, 13, 16, 2], [4, 3], 5, 3),
      ],
      values: [
        layer([2, 7, 7, 2], [2, 2], 6, 1),
        layer([1, 9, 9, 2], [3, 3], 5, 2),
        layer([2, 8, 7, 1], [1, 2], 7, 1),
        layer([1, 7, 11, 2], [3, 2], 4, 2),
      ],
      one: [layer([1, 8, 7, 2], [2, 3], 3, 1), layer([1, 7, 7, 1], [1, 1], 1, 2)],
      fresh: freshBlock,
      terms: 10,
    }),
  ),
  ...of(
    'block',
    'alexBlock',
    gradients<BlockArgs>({
      fn: 'alexBlock',
      outputs: blockOutputs,
      wrt: [
        { name: 'x', path: [0] },
        { name: 'W', path: [1] },
        { name: 'b', path: [2] },
      ],
      values: [clear(layer([2, 6, 6, 2], [2, 2], 4, 1)), clear(layer([1, 7, 9, 1], [3, 2], 4, 2))],
      fresh: smooth,
      small: clear(layer([1, 6, 5, 2], [2, 3], 4, 1)),
      stress: [layer([1, 5, 6, 1], [2, 3], 2, 1), () => [zeros([1, 6, 6, 1]), zeros([2, 2, 1, 3]), zeros([3]), 1]],
      forward64: alexBlock64,
      terms: 10,
    }),
  ),
  ...errors(
    'lrn',
    [
      bad('lrn', 'TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([2, 3, 4])),
      bad('lrn', 'RangeError', ['n'], 'n = 4', 'n = 4', x, { n: 4 }),
      bad('lrn', 'RangeError', ['k'], 'k = 0', 'k = 0', x, { k: 0 }),
      bad(
        'alexBlock',
        'RangeError',
        ['w', 'x'],
        '2 channels for 3',
        '채널 3개 자리에 2개',
        zeros([2, 8, 9, 2]),
        w,
        b,
        1,
      ),
      bad('alexBlock', 'RangeError', ['stride'], 'stride 0', '스트라이드 0', x, w, b, 0),
    ],
    [
      bad('lrn', 'TypeError', ['x'], 'an int32 x', 'int32인 x', zeros([1, 2, 2, 3], 'int32')),
      bad('lrn', 'RangeError', ['x'], 'no images', '이미지 없음', zeros([0, 2, 2, 3])),
      bad('lrn', 'RangeError', ['n'], 'n = −1', 'n = −1', x, { n: -1 }),
      bad('lrn', 'RangeError', ['n'], 'n = 2.5', 'n = 2.5', x, { n: 2.5 }),
      bad('lrn', 'RangeError', ['n'], 'n = NaN', 'n = NaN', x, { n: Number.NaN }),
      bad('lrn', 'RangeError', ['k'], 'k = −2', 'k = −2', x, { k: -2 }),
      bad('lrn', 'RangeError', ['alpha'], 'alpha = −0.1', 'alpha = −0.1', x, { alpha: -0.1 }),
      bad('lrn', 'RangeError', ['beta'], 'beta = −0.75', 'beta = −0.75', x, { beta: -0.75 }),
      bad('lrn', 'RangeError', ['beta'], 'beta = NaN', 'beta = NaN', x, { beta: Number.NaN }),
      bad('alexBlock', 'TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([8, 9, 3]), w, b, 1),
      bad('alexBlock', 'TypeError', ['w'], 'a 2-D w', '2차원 w', x, zeros([3, 4]), b, 1),
      bad('alexBlock', 'TypeError', ['b'], 'a 2-D b', '2차원 b', x, w, zeros([1, 4]), 1),
      bad('alexBlock', 'RangeError', ['b', 'w'], 'b of length 1', '길이 1인 b', x, w, zeros([1]), 1),
      bad('alexBlock', 'RangeError', ['stride'], 'stride 1.5', '스트라이드 1.5', x, w, b, 1.5),
      bad('alexBlock', 'TypeError', ['stride'], "stride '1'", "스트라이드 '1'", x, w, b, '1'),
      bad(
        'alexBlock',
        'RangeError',
        ['x', 'w'],
        'two rows for the pooling',
        '풀링할 행이 두 개',
        zeros([2, 4, 9, 3]),
        w,
        b,
        1,
      ),
      bad(
        'alexBlock',
        'RangeError',
        ['x', 'w'],
        'two columns for the pooling',
        '풀링할 열이 두 개',
        zeros([2, 8, 4, 3]),
        w,
        b,
        2,
      ),
    ],
  ),
  check(
    'one-channel',
    'value',
    'public',
    { en: 'A single channel', ko: '채널이 하나일 때' },
    (random) => repeat(2, random, oneChannel),
    { requires: ['lrn-shape'] },
  ),
  check(
    'wide-window',
    'value',
    'public',
    { en: 'A window wider than all channels', ko: '모든 채널보다 넓은 창' },
    (random) => repeat(2, random, wideWindow),
    { requires: ['lrn-shape'] },
  ),
  check(
    'without-alpha',
    'property',
    'public',
    { en: 'α = 0 leaves x/k^β', ko: 'α = 0이면 x/k^β' },
    (random) => repeat(3, random, withoutAlpha),
    { requires: ['lrn-shape'] },
  ),
  check(
    'first-layer',
    'value',
    'public',
    {
      en: 'First layer of AlexNet, 8 of its 96 filters: 227 × 227 becomes 27 × 27',
      ko: 'AlexNet의 첫 층, 필터 96개 중 8개: 227×227에서 27×27로',
    },
    conv1,
    { requires: ['block-shape'] },
  ),
  check(
    'large-alpha',
    'value',
    'hidden',
    { en: 'α = 0.3 against numbers of PyTorch', ko: 'α = 0.3, PyTorch의 값과 비교' },
    fixture,
    { requires: ['lrn-shape'] },
  ),
  check(
    'border-channels',
    'value',
    'hidden',
    { en: 'Windows cut at the first and last channels', ko: '첫 채널과 마지막 채널에서 잘린 창' },
    (random) => repeat(3, random, borders),
    { requires: ['lrn-shape'] },
  ),
];
