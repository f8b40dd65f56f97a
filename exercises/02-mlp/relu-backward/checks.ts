import type { Inputs } from '@/grading/checks/argument';
import { agreesWithAutodiff, type Backward, backward } from '@/grading/checks/backward';
import { asReference, callTask, check, constant, each, equal, outputOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { relu64 } from './reference64';

type One = readonly [TensorData];
type Two = readonly [TensorData, TensorData];

/** Numbers on both sides of 0, none within 0.05 of it. */
const clear = (tensor: TensorData): TensorData => ({
  ...tensor,
  values: tensor.values.map((value) => value + (value < 0 ? -0.05 : 0.05)),
});
const input =
  (...shape: number[]): Inputs<One> =>
  (random) => [clear(random.normal(shape))];
const pair =
  (...shape: number[]): Inputs<Two> =>
  (random) => [random.normal(shape), clear(random.normal(shape))];
const shapeOf = (random: Random) => random.extents(random.integer(1, 4), 2, 6);

const kit: Backward<Two, One> = {
  fn: 'reluBackward',
  gradients: [{ name: 'dx', path: [], argument: 0, batched: true }],
  upstream: 0,
  batchArguments: [0, 1],
  forwardInputs: ([, x]) => [x],
  forward64: relu64,
  values: [pair(2, 3), pair(4, 2), pair(5)],
  fresh: (random) => pair(...shapeOf(random))(random),
  small: pair(4, 5),
  terms: 1,
};

const X = tensorOf([5], [-2, -0.5, 0, 0.5, 3]);
const atZero: Check['plan'] = () => ({
  tasks: [
    callTask('forward', 'relu', [X]),
    callTask('backward', 'reluBackward', [tensorOf([5], [1, 2, 3, 4, 5]), X]),
    callTask('zeros', 'reluBackward', [tensorOf([2], [7, -7]), zeros([2])]),
  ],
  expectations: [
    equal('relu(x)', outputOf('forward'), constant(tensorOf([5], [0, 0, 0, 0.5, 3])), 'exact', 1),
    equal('dx', outputOf('backward'), constant(tensorOf([5], [0, 0, 0, 4, 5])), 'exact', 1),
    equal('dx', outputOf('zeros'), constant(zeros([2])), 'exact', 1),
  ],
});

const idempotent = (args: One, id: string): Plan => ({
  tasks: [
    callTask(`${id} once`, 'relu', args),
    {
      id: `${id} twice`,
      do: 'call',
      fn: 'relu',
      args: [{ $output: { task: `${id} once`, path: [] } }],
    },
  ],
  expectations: [equal('relu(relu(x))', outputOf(`${id} twice`), outputOf(`${id} once`), 'exact', 1)],
});

const extremes: Check['plan'] = () => {
  const x = tensorOf([5], [-0, 1e30, -1e30, Number.NaN, 1e-30]);
  const due = tensorOf([5], [0, 1e30, 0, Number.NaN, 1e-30]);
  return {
    tasks: [callTask('call', 'relu', [x])],
    expectations: [equal('relu(x)', outputOf('call'), constant(due), 'exact', 1)],
  };
};

const ranks: Check['plan'] = (random) =>
  repeat(5, random, (source, rank): Plan => {
    const shape = [[], [3], [2, 3], [2, 1, 3], [1, 2, 3, 2]][rank] as number[];
    const [dy, x] = pair(...shape)(source);
    return {
      tasks: [callTask(`forward ${rank}`, 'relu', [x]), callTask(`backward ${rank}`, 'reluBackward', [dy, x])],
      expectations: [
        asReference('relu(x)', outputOf(`forward ${rank}`), 'exact', 1),
        asReference('dx', outputOf(`backward ${rank}`), 'gradient', 1),
        { expect: 'no-leak', task: `backward ${rank}` },
      ],
    };
  });

/** Kits T, B and E with S1–S4 of exercise 8, and autodiff: 19 checks. */
export const checks: Check[] = [
  ...tensorForward<One>({
    fn: 'relu',
    outputs: [{ label: 'relu(x)', path: [], shape: ([x]) => [...x.shape] }],
    shapes: [input(2, 3), input(4), input(3, 2, 2)],
    values: [input(2, 3), input(3, 3), input(5)],
    one: [input(1, 4), input(1)],
    fresh: (random) => input(...shapeOf(random))(random),
    terms: 1,
    tolerance: 'exact',
  }),
  ...backward(kit),
  ...errors(
    'reluBackward',
    [
      {
        label: { en: 'an int32 x', ko: 'int32인 x' },
        fn: 'relu',
        args: [zeros([3], 'int32')],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'dy [3] with x [4]', ko: 'dy [3]과 x [4]' },
        args: [zeros([3]), zeros([4])],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'x' },
        ],
      },
    ],
    [
      { label: { en: 'a number', ko: '숫자' }, fn: 'relu', args: [3], accept: [{ name: 'TypeError', param: 'x' }] },
      {
        label: { en: 'no dy', ko: 'dy 누락' },
        args: [{ $undefined: true }, zeros([3])],
        accept: [{ name: 'TypeError', param: 'dy' }],
      },
      {
        label: { en: 'no x', ko: 'x 누락' },
        args: [zeros([3]), { $undefined: true }],
        accept: [{ name: 'TypeError', param: 'x' }],
      },
      {
        label: { en: 'dy [2, 3] with x [3, 2]', ko: 'dy [2, 3]과 x [3, 2]' },
        args: [zeros([2, 3]), zeros([3, 2])],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'x' },
        ],
      },
      {
        label: { en: 'dy [3] with x [1, 3]', ko: 'dy [3]과 x [1, 3]' },
        args: [zeros([3]), zeros([1, 3])],
        accept: [
          { name: 'RangeError', param: 'dy' },
          { name: 'RangeError', param: 'x' },
        ],
      },
    ],
  ),
  check('at-zero', 'backward', 'public', { en: 'At 0 both are 0', ko: '0에서는 둘 다 0' }, atZero),
  check(
    'idempotent',
    'property',
    'public',
    { en: 'Twice is the same as once', ko: '두 번 적용해도 한 번과 같음' },
    each<One>([input(4), input(3, 5)], idempotent),
    { requires: ['shape'] },
  ),
  check('extremes', 'value', 'hidden', { en: 'Large numbers, −0 and NaN', ko: '큰 수, −0, NaN' }, extremes, {
    requires: ['shape'],
  }),
  check(
    'ranks',
    'backward',
    'hidden',
    { en: 'Ranks 0 to 4, no tensor left behind', ko: '0차원부터 4차원까지, 남는 텐서 없이' },
    ranks,
    {
      requires: ['shape'],
    },
  ),
  check(
    'autodiff',
    'backward',
    'hidden',
    { en: 'Equals automatic differentiation', ko: '자동 미분과 일치' },
    agreesWithAutodiff(kit, 'libraryRelu', 5),
    { requires: ['backward-shape'] },
  ),
];
