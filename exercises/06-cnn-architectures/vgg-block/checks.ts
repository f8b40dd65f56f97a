import { toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import {
  asReference,
  callTask,
  check,
  constant,
  each,
  equal,
  outputOf,
  plainOf,
  vjpTask,
} from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { TensorData } from '@/grading/tensor-data';
import { vggBlock64 } from './reference64';

type Conv = { readonly w: TensorData; readonly b: TensorData };
type Args = readonly [TensorData, readonly Conv[]];

/** x: [n, h, w, channels[0]] and one convolution for each further number of channels. */
const block =
  (n: number, h: number, w: number, channels: readonly number[]): Inputs<Args> =>
  (random) => [
    random.normal([n, h, w, channels[0] as number]),
    channels.slice(1).map((outputs, i) => {
      const inputs = channels[i] as number;
      return {
        w: random.normal([3, 3, inputs, outputs], Math.sqrt(2 / (9 * inputs))),
        b: random.normal([outputs], 0.5),
      };
    }),
  ];
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 6, 9) as [number, number];
  return block(random.integer(2, 3), h, w, random.extents(random.integer(2, 3), 1, 4))(random);
};

/** Distance of every ReLU and maximum from where its gradient jumps. */
const CLEARANCE = 2e-3;
const clear =
  (inputs: Inputs<Args>): Inputs<Args> =>
  (random) => {
    for (;;) {
      const args = inputs(random);
      let closest = Number.POSITIVE_INFINITY;
      const convs = args[1].map(({ w, b }) => ({ w: toTensor64(w), b: toTensor64(b) }));
      vggBlock64(toTensor64(args[0]), convs, (distance) => {
        closest = Math.min(closest, distance);
      });
      if (closest > CLEARANCE) return args;
    }
  };
const smooth = clear((random) => {
  const [h, w] = random.extents(2, 3, 5) as [number, number];
  return block(2, h, w, random.extents(3, 1, 3))(random);
});

const outputs = [
  {
    label: 'Y',
    path: [],
    shape: ([x, convs]: Args) => {
      const [n, h, w] = x.shape as [number, number, number];
      return [n, Math.floor(h / 2), Math.floor(w / 2), convs.at(-1)?.w.shape[3] as number];
    },
  },
];
const labelled =
  (label: string) =>
  (args: Args, id: string): Plan => ({
    tasks: [callTask(id, 'vggBlock', args)],
    expectations: [
      {
        expect: 'shape',
        label,
        actual: outputOf(id),
        shape: (outputs[0] as (typeof outputs)[0]).shape(args),
        dtype: 'float32',
      },
      asReference(label, outputOf(id), 'forward', 10),
    ],
  });

/** An image of ones stays one where no border is in sight. */
const imageNet: Check['plan'] = () => ({
  tasks: [callTask('image', { driver: 'constant' }, [224, 1, 2])],
  expectations: [
    equal('shape of the result', plainOf('image', ['shape']), constant(numbersOf([4], [1, 112, 112, 1])), 'exact', 1),
    equal('pixel in the middle', outputOf('image', ['middle']), constant(tensorOf([1], [1])), 'forward', 10),
  ],
});

/**
 * 64 channels on 4×4 ones. Along one axis the means are 2/3, 1, 1, 2/3, then 5/9, 8/9, 8/9, 5/9, so that every window
 * holds (8/9)².
 */
const wide: Check['plan'] = () => ({
  tasks: [callTask('wide', { driver: 'constant' }, [4, 64, 2])],
  expectations: [
    equal('weights', plainOf('wide', ['weights']), constant(numbersOf([], [73_728])), 'exact', 1),
    equal('pixel', outputOf('wide', ['middle']), constant(tensorOf([64], Array(64).fill(64 / 81))), 'forward', 10),
  ],
});

/**
 * Pixels grow to the right and downwards and weights are 1, so that window (2, 3) holds the value at (5, 7). Its
 * gradient is 1, 2, 3, 2, 1 along either axis: five rows and columns, of which it is the centre.
 */
const receptiveField: Check['plan'] = () => {
  const [height, width] = [12, 13];
  const grid = (value: (i: number, j: number) => number) =>
    tensorOf(
      [1, height, width, 1],
      Array.from({ length: height * width }, (_, at) => value(Math.floor(at / width), at % width)),
    );
  const ones = { w: tensorOf([3, 3, 1, 1], Array(9).fill(1)), b: zeros([1]) };
  const x = grid((i, j) => 1 + i + j);
  const upstream = tensorOf(
    [1, 6, 6, 1],
    Array.from({ length: 36 }, (_, at) => (at === 2 * 6 + 3 ? 1 : 0)),
  );
  const count = (distance: number) => Math.max(3 - Math.abs(distance), 0);
  return {
    tasks: [vjpTask('one output', 'vggBlock', [x, [ones, ones]], [[0]], upstream)],
    expectations: [
      equal(
        '∂y/∂x of one output',
        { gradient: 'one output', index: 0 },
        constant(grid((i, j) => count(i - 5) * count(j - 7))),
        'gradient',
        10,
      ),
    ],
  };
};

const x = zeros([2, 4, 6, 3]);
const conv = (inputs: number, outputs: number, height = 3, width = 3): Conv => ({
  w: zeros([height, width, inputs, outputs]),
  b: zeros([outputs]),
});
const bad = (
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  en: string,
  ko: string,
  args: BadInput['args'],
): BadInput => ({ label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });

/** Kits T, G and E with S1–S4 of exercise 47: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<Args>({
    fn: 'vggBlock',
    outputs,
    shapes: [block(2, 4, 6, [3, 5]), block(3, 5, 8, [2, 4, 1]), block(2, 7, 3, [1, 3, 2, 4])],
    values: [block(2, 6, 6, [2, 2]), block(2, 6, 6, [3, 3, 3]), block(2, 7, 6, [2, 3, 2]), block(3, 6, 9, [1, 3, 2])],
    one: [block(1, 6, 7, [2, 3]), block(1, 8, 6, [1, 1, 1])],
    fresh,
    terms: 10,
  }),
  ...gradients<Args>({
    fn: 'vggBlock',
    outputs,
    wrt: [
      { name: 'x', path: [0] },
      { name: 'W₁', path: [1, 0, 'w'] },
      { name: 'b₁', path: [1, 0, 'b'] },
      { name: 'W_L', path: [1, 1, 'w'] },
    ],
    values: [clear(block(2, 4, 4, [2, 2, 2])), clear(block(2, 5, 4, [2, 3, 2]))],
    fresh: smooth,
    small: clear(block(2, 5, 4, [1, 2, 3])),
    stress: [block(2, 3, 2, [2, 3, 1]), () => [zeros([1, 4, 4, 1]), [conv(1, 2), conv(2, 1)]]],
    forward64: vggBlock64,
    terms: 10,
  }),
  ...errors(
    'vggBlock',
    [
      bad('TypeError', ['x'], 'a 3-D x', '3차원 x', [zeros([4, 6, 3]), [conv(3, 2)]]),
      bad('RangeError', ['convs'], 'no convolutions', '합성곱 없음', [x, []]),
      bad('RangeError', ['convs[1]'], 'channels 3→4 and 5→2', '채널 3→4 다음에 5→2', [x, [conv(3, 4), conv(5, 2)]]),
      bad('RangeError', ['convs[0]'], 'a 5 × 5 kernel', '5×5 커널', [x, [conv(3, 4, 5, 5)]]),
      bad('RangeError', ['x'], 'a single row', '행이 하나', [zeros([2, 1, 6, 3]), [conv(3, 4)]]),
    ],
    [
      bad('RangeError', ['x'], 'a single column', '열이 하나', [zeros([2, 4, 1, 3]), [conv(3, 4)]]),
      bad('RangeError', ['x'], 'no images', '이미지 없음', [zeros([0, 4, 6, 3]), [conv(3, 4)]]),
      bad('RangeError', ['convs[0]', 'x'], '2 channels for 3', '채널 3개 자리에 2개', [
        zeros([2, 4, 6, 2]),
        [conv(3, 4)],
      ]),
      bad('RangeError', ['convs[1]'], 'a 3 × 1 kernel', '3×1 커널', [x, [conv(3, 4), conv(4, 4, 3, 1)]]),
      bad('RangeError', ['convs[1]'], 'a 1 × 3 kernel', '1×3 커널', [x, [conv(3, 4), conv(4, 4, 1, 3)]]),
      bad('RangeError', ['convs[1]'], 'a bias of length 1', '길이 1인 편향', [
        x,
        [conv(3, 4), { ...conv(4, 2), b: zeros([1]) }],
      ]),
      bad('TypeError', ['convs[0]'], 'a 2-D bias', '2차원 편향', [x, [{ ...conv(3, 4), b: zeros([1, 4]) }]]),
      bad('TypeError', ['convs[1]'], 'a 2-D w', '2차원 w', [x, [conv(3, 4), { w: zeros([4, 2]), b: zeros([2]) }]]),
    ],
  ),
  check(
    'imagenet-size',
    'value',
    'public',
    { en: '224 × 224 becomes 112 × 112', ko: '224×224에서 112×112로' },
    imageNet,
    { requires: ['shape'] },
  ),
  check(
    'odd-sides',
    'value',
    'public',
    { en: 'Seven rows become three', ko: '7행은 3행으로' },
    each<Args>([block(1, 7, 4, [1, 2]), block(2, 2, 7, [2, 1]), block(1, 3, 5, [2, 2, 1])], labelled('Y of odd sides')),
    { requires: ['shape'] },
  ),
  check(
    'receptive-field',
    'gradient',
    'hidden',
    { en: 'Two convolutions see five rows and columns', ko: '합성곱 둘이 보는 행과 열은 다섯' },
    receptiveField,
    { requires: ['shape'] },
  ),
  check(
    'weights',
    'value',
    'hidden',
    { en: '64 channels: 2·9·64² = 73,728 weights', ko: '채널 64개, 가중치 2·9·64² = 73,728개' },
    wide,
    { requires: ['shape'] },
  ),
];
