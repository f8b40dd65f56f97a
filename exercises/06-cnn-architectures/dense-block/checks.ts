import { type Tensor64, toTensor64 } from '@/grading/central-differences';
import { type Argument, type Inputs, isTensorData } from '@/grading/checks/argument';
import { callTask, check, constant, equal, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { type DenseLayer64, denseBlock64, transition64 } from './reference64';

type Layer = { readonly [name in 's1' | 't1' | 'w1' | 's2' | 't2' | 'w2']: TensorData };
type BlockArgs = readonly [TensorData, readonly Layer[]];
type TransitionArgs = readonly [TensorData, TensorData, TensorData, TensorData];
type Four = readonly [number, number, number, number];

const norm = (random: Random, channels: number) =>
  [random.uniform([channels], 0.5, 1.5), random.normal([channels], 0.5)] as const;
const kernel = (random: Random, size: number, inputs: number, outputs: number) =>
  random.normal([size, size, inputs, outputs], Math.sqrt(2 / (size * size * inputs)));

/** x and one layer for each pair of M and k. */
const block =
  ([n, h, w, c]: Four, ...sizes: readonly (readonly [number, number])[]): Inputs<BlockArgs> =>
  (random) => {
    let channels = c;
    const x = random.normal([n, h, w, c]);
    const layers = sizes.map(([middle, growth]) => {
      const [[s1, t1], [s2, t2]] = [norm(random, channels), norm(random, middle)];
      const layer = { s1, t1, w1: kernel(random, 1, channels, middle), s2, t2, w2: kernel(random, 3, middle, growth) };
      channels += growth;
      return layer;
    });
    return [x, layers];
  };
const freshBlock: Inputs<BlockArgs> = (random) => {
  const [h, w] = random.extents(2, 1, 6) as [number, number];
  const sizes = Array.from(
    { length: random.integer(1, 3) },
    () => [random.integer(1, 6), random.integer(1, 3)] as const,
  );
  return block([random.integer(2, 3), h, w, random.integer(1, 4)], ...sizes)(random);
};
const halving =
  ([n, h, w, c]: Four, o: number): Inputs<TransitionArgs> =>
  (random) => [random.normal([n, h, w, c]), ...norm(random, c), kernel(random, 1, c, o)];
const freshTransition: Inputs<TransitionArgs> = (random) => {
  const [h, w] = random.extents(2, 2, 7) as [number, number];
  const [c, o] = random.extents(2, 1, 6) as [number, number];
  return halving([random.integer(2, 3), h, w, c], o)(random);
};

/** Distance of the argument of every ReLU from 0. */
const CLEARANCE = 2e-3;
function to64(value: Argument): unknown {
  if (isTensorData(value)) return toTensor64(value);
  if (Array.isArray(value)) return value.map(to64);
  return Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, to64(entry as Argument)]));
}
const clear =
  <A extends readonly Argument[]>(
    inputs: Inputs<A>,
    visit: (args: A, near: (distance: number) => void) => void,
  ): Inputs<A> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      visit(args, (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const clearBlock = (inputs: Inputs<BlockArgs>) =>
  clear(inputs, ([x, layers], near) => denseBlock64(toTensor64(x), to64(layers) as DenseLayer64[], near));
const clearTransition = (inputs: Inputs<TransitionArgs>) =>
  clear(inputs, (args, near) =>
    transition64(...(args.map(toTensor64) as [Tensor64, Tensor64, Tensor64, Tensor64]), near),
  );
const smoothBlock = clearBlock((random) => {
  const [h, w] = random.extents(2, 2, 4) as [number, number];
  const size = () => [random.integer(2, 4), random.integer(1, 2)] as const;
  return block([random.integer(1, 2), h, w, random.integer(1, 3)], size(), size())(random);
});

const blockOutputs = [
  {
    label: 'denseBlock',
    path: [],
    shape: ([x, layers]: BlockArgs) => [
      ...x.shape.slice(0, 3),
      layers.reduce((sum, { w2 }) => sum + (w2.shape[3] as number), x.shape[3] as number),
    ],
  },
];
const transitionOutputs = [
  {
    label: 'transition',
    path: [],
    shape: ([x, , , w]: TransitionArgs) => {
      const [n, height, width] = x.shape as [number, number, number];
      return [n, Math.floor(height / 2), Math.floor(width / 2), w.shape[3] as number];
    },
  },
];

/** The kit's checks for one of the two functions. */
const of = (prefix: 'block' | 'transition', fn: string, kit: readonly Check[]): Check[] =>
  kit.map((one) => ({
    ...one,
    id: `${prefix}-${one.id}`,
    title: { en: `${fn}: ${one.title.en}`, ko: `${fn}: ${one.title.ko}` },
    requires: one.requires.map((id) => `${prefix}-${id}`),
  }));

/** 4 or 6 pixels of 128 channels of 1, times (l + 1)/512: of row 0 and column 1 the window holds 6. */
const denseNetBlock: Check['plan'] = () => {
  const added = Array.from({ length: 192 }, (_, c) => 1.5 * (Math.floor(c / 32) + 1));
  return {
    tasks: [callTask('block 1', { driver: 'block-1' }, [])],
    expectations: [
      equal('shape of the result', plainOf('block 1', ['shape']), constant(numbersOf([4], [1, 2, 3, 256])), 'exact', 1),
      equal(
        'pixel (0, 1)',
        outputOf('block 1', ['pixel']),
        constant(tensorOf([256], [...Array(64).fill(1), ...added])),
        'forward',
        10,
      ),
    ],
  };
};

/** c₀, k, L and the count. */
type Count = readonly [number, number, number, number];
const counted =
  (...cases: Count[]): Check['plan'] =>
  () => ({
    tasks: cases.map((args) => callTask(args.join(' '), 'denseParams', args.slice(0, 3))),
    expectations: cases.map((args) =>
      equal('parameters', plainOf(args.join(' ')), constant(numbersOf([], [args[3]])), 'exact', 1),
    ),
  });

const kept = (random: Random, index: number): Plan => {
  const args = freshBlock(random);
  const id = String(index);
  return {
    tasks: [callTask(id, { driver: 'first-channels' }, args)],
    expectations: [equal('first channels', outputOf(id), constant(args[0]), 'exact', 1)],
  };
};

/** Row i of the result averages 2r + 1 over r = 2i and 2i + 1: 4i + 2. */
const denseNetTransition: Check['plan'] = () => ({
  tasks: [callTask('transition 1', { driver: 'transition-1' }, [])],
  expectations: [
    equal(
      'parameters of s, t and w',
      plainOf('transition 1', ['parameters']),
      constant(numbersOf([], [33_280])),
      'exact',
      1,
    ),
    equal(
      'shape of the result',
      plainOf('transition 1', ['shape']),
      constant(numbersOf([4], [1, 28, 1, 128])),
      'exact',
      1,
    ),
    equal(
      'first channel',
      outputOf('transition 1', ['column']),
      constant(
        tensorOf(
          [28],
          Array.from({ length: 28 }, (_, i) => 4 * i + 2),
        ),
      ),
      'forward',
      10,
    ),
  ],
});

const x = zeros([2, 4, 6, 3]);
const layer = (c: number, middle: number, growth: number): Layer => ({
  s1: zeros([c]),
  t1: zeros([c]),
  w1: zeros([1, 1, c, middle]),
  s2: zeros([middle]),
  t2: zeros([middle]),
  w2: zeros([3, 3, middle, growth]),
});
const [s, t, w] = [zeros([3]), zeros([3]), zeros([1, 1, 3, 2])];
const good = [layer(3, 4, 1), layer(4, 8, 2)];
const bad = (
  fn: 'denseBlock' | 'transition' | 'denseParams',
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
/** The second layer of `good` with one tensor replaced. */
const spoilt = (change: Partial<Layer>) => [good[0] as Layer, { ...(good[1] as Layer), ...change }];

/** Kits T and G for denseBlock and transition, kit E, and S1–S5 of exercise 51: 27 checks. */
export const checks: Check[] = [
  ...of(
    'block',
    'denseBlock',
    tensorForward<BlockArgs>({
      fn: 'denseBlock',
      outputs: blockOutputs,
      shapes: [
        block([2, 3, 4, 5], [8, 2]),
        block([3, 5, 2, 4], [4, 1], [8, 2]),
        block([1, 6, 7, 2], [3, 3], [2, 1], [4, 5]),
      ],
      values: [
        block([2, 3, 3, 2], [8, 2], [8, 2]),
        block([1, 4, 4, 3], [4, 1], [4, 1], [4, 1]),
        block([2, 4, 3, 1], [3, 2], [2, 3]),
        block([1, 5, 6, 4], [4, 2]),
      ],
      one: [block([1, 3, 4, 2], [4, 1], [4, 1]), block([1, 1, 1, 1], [1, 1])],
      fresh: freshBlock,
      terms: 10,
    }),
  ),
  ...of(
    'block',
    'denseBlock',
    gradients<BlockArgs>({
      fn: 'denseBlock',
      outputs: blockOutputs,
      wrt: [
        { name: 'x', path: [0] },
        { name: 'W₁ of the first layer', path: [1, 0, 'w1'] },
        { name: 'W₂ of the last layer', path: [1, 1, 'w2'] },
      ],
      values: [clearBlock(block([1, 3, 3, 2], [4, 1], [4, 2])), clearBlock(block([2, 2, 4, 1], [2, 2], [3, 1]))],
      fresh: smoothBlock,
      small: clearBlock(block([1, 3, 4, 2], [4, 1], [3, 2])),
      stress: [block([2, 3, 2, 3], [4, 1], [4, 1]), () => [zeros([1, 3, 4, 3]), good]],
      forward64: denseBlock64,
      terms: 10,
    }),
  ),
  ...of(
    'transition',
    'transition',
    tensorForward<TransitionArgs>({
      fn: 'transition',
      outputs: transitionOutputs,
      shapes: [halving([2, 4, 6, 3], 5), halving([3, 5, 8, 4], 2), halving([1, 7, 3, 2], 1)],
      values: [halving([2, 4, 4, 2], 2), halving([1, 6, 4, 4], 2), halving([2, 5, 7, 3], 1)],
      one: [halving([1, 4, 2, 3], 2), halving([1, 2, 2, 1], 1)],
      fresh: freshTransition,
      terms: 10,
    }),
  ),
  ...of(
    'transition',
    'transition',
    gradients<TransitionArgs>({
      fn: 'transition',
      outputs: transitionOutputs,
      wrt: [{ name: 'x of a transition', path: [0] }],
      values: [clearTransition(halving([1, 4, 4, 2], 2)), clearTransition(halving([2, 5, 4, 3], 1))],
      fresh: clearTransition(freshTransition),
      small: clearTransition(halving([1, 5, 4, 3], 2)),
      stress: [halving([2, 3, 2, 3], 1), () => [zeros([1, 4, 4, 3]), s, t, w]],
      forward64: transition64,
      terms: 10,
    }),
  ),
  ...errors(
    'denseBlock',
    [
      bad('denseBlock', 'TypeError', ['x'], 'a 3-D x', '3차원 x', zeros([4, 6, 3]), good),
      bad('denseBlock', 'RangeError', ['layers'], 'no layers', '층 없음', x, []),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1]'],
        'a second layer for 3 channels of 4',
        '채널 4개에 3개용 둘째 층',
        x,
        [layer(3, 4, 1), layer(3, 4, 1)],
      ),
      bad('transition', 'RangeError', ['x'], 'a single row', '행이 하나', zeros([2, 1, 6, 3]), s, t, w),
      bad('denseParams', 'RangeError', ['growth'], 'growth = 0', 'growth = 0', 64, 0, 6),
    ],
    [
      bad('denseBlock', 'RangeError', ['x'], 'no images', '이미지 없음', zeros([0, 4, 6, 3]), good),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1].w1'],
        'w1 for 3 channels of 4',
        '채널 4개에 3개용 w1',
        x,
        spoilt({ w1: zeros([1, 1, 3, 8]) }),
      ),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1].w1'],
        'a 3 × 3 w1',
        '3×3인 w1',
        x,
        spoilt({ w1: zeros([3, 3, 4, 8]) }),
      ),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1].w2'],
        'a 1 × 1 w2',
        '1×1인 w2',
        x,
        spoilt({ w2: zeros([1, 1, 8, 2]) }),
      ),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1].w2'],
        'a 3 × 1 w2',
        '3×1인 w2',
        x,
        spoilt({ w2: zeros([3, 1, 8, 2]) }),
      ),
      bad(
        'denseBlock',
        'RangeError',
        ['layers[1].w2'],
        'w2 for 4 channels of 8',
        '채널 8개에 4개용 w2',
        x,
        spoilt({ w2: zeros([3, 3, 4, 2]) }),
      ),
      bad('denseBlock', 'RangeError', ['layers[1].s1'], 's1 of length 1', '길이 1인 s1', x, spoilt({ s1: zeros([1]) })),
      bad('denseBlock', 'RangeError', ['layers[1].t1'], 't1 of length 3', '길이 3인 t1', x, spoilt({ t1: zeros([3]) })),
      bad('denseBlock', 'RangeError', ['layers[1].s2'], 's2 of length 1', '길이 1인 s2', x, spoilt({ s2: zeros([1]) })),
      bad('denseBlock', 'RangeError', ['layers[1].t2'], 't2 of length 2', '길이 2인 t2', x, spoilt({ t2: zeros([2]) })),
      bad('denseBlock', 'TypeError', ['layers[1].t2'], 'a 2-D t2', '2차원 t2', x, spoilt({ t2: zeros([1, 8]) })),
      bad('transition', 'TypeError', ['x'], 'an int32 x', 'int32인 x', zeros([2, 4, 6, 3], 'int32'), s, t, w),
      bad('transition', 'RangeError', ['x'], 'a single column', '열이 하나', zeros([2, 4, 1, 3]), s, t, w),
      bad('transition', 'RangeError', ['s'], 's of length 1', '길이 1인 s', x, zeros([1]), t, w),
      bad('transition', 'RangeError', ['t'], 't of length 2', '길이 2인 t', x, s, zeros([2]), w),
      bad('transition', 'RangeError', ['w'], 'a 3 × 3 w', '3×3인 w', x, s, t, zeros([3, 3, 3, 2])),
      bad(
        'transition',
        'RangeError',
        ['w'],
        'w for 2 channels of 3',
        '채널 3개에 2개용 w',
        x,
        s,
        t,
        zeros([1, 1, 2, 2]),
      ),
      bad('denseParams', 'RangeError', ['c0'], 'c0 = −1', 'c0 = −1', -1, 32, 6),
      bad('denseParams', 'RangeError', ['layers'], 'layers = 1.5', 'layers = 1.5', 64, 32, 1.5),
      bad('denseParams', 'RangeError', ['c0'], 'c0 = NaN', 'c0 = NaN', Number.NaN, 32, 6),
      bad('denseParams', 'TypeError', ['growth'], "growth = '32'", "growth = '32'", 64, '32', 6),
      bad('denseParams', 'TypeError', ['layers'], 'layers = null', 'layers = null', 64, 32, null),
    ],
  ),
  check(
    'dense-channels',
    'value',
    'public',
    { en: 'First block of DenseNet-121: 64 + 6·32 = 256 channels', ko: 'DenseNet-121의 첫 블록: 64 + 6·32 = 256채널' },
    denseNetBlock,
    { requires: ['block-shape'] },
  ),
  check(
    'first-parameters',
    'value',
    'public',
    { en: 'One layer on 64 channels, k = 32: 45,440 parameters', ko: '채널 64개, k = 32인 층 하나: 매개변수 45,440개' },
    counted([64, 32, 1, 45_440], [3, 1, 2, 2 * 3 + 4 * 3 + 2 * 4 + 4 * 4 + 2 * 44], [10, 12, 3, 19_140]),
  ),
  check(
    'input-kept',
    'property',
    'public',
    { en: 'The first channels are x', ko: '앞쪽 채널은 x 그대로' },
    (random) => repeat(3, random, kept),
    { requires: ['block-shape'] },
  ),
  check(
    'first-transition',
    'value',
    'hidden',
    {
      en: 'First transition: 256 to 128 channels, 56 to 28 rows, 33,280 parameters',
      ko: '첫 전이층: 256에서 128채널, 56에서 28행, 매개변수 33,280개',
    },
    denseNetTransition,
    { requires: ['transition-shape'] },
  ),
  check(
    'block-parameters',
    'value',
    'hidden',
    {
      en: 'Blocks of DenseNet-121: 335,040 parameters in the first',
      ko: 'DenseNet-121의 블록: 첫 블록의 매개변수 335,040개',
    },
    counted([64, 32, 6, 335_040], [128, 32, 12, 919_680], [1, 1, 1, 50]),
  ),
];
