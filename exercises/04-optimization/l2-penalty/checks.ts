import type { Argument, Inputs } from '@/grading/checks/argument';
import {
  asReference,
  callTask,
  check,
  constant,
  each,
  equal,
  outputOf,
  repeat,
  trusted,
  vjpTask,
} from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, tensorOf, zeros } from '@/grading/checks/errors';
import { gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { l2Loss64 } from './reference64';

type Shapes = readonly (readonly number[])[];
type LossArgs = readonly [TensorData, readonly TensorData[], number];
type GradArgs = readonly [readonly TensorData[], readonly TensorData[], number];

const SUBSCRIPTS = ['₁', '₂', '₃', '₄'];
const tensors = (random: Random, shapes: Shapes): TensorData[] => shapes.map((shape) => random.normal(shape));

/** A data loss, and weights of these shapes. */
const loss =
  (shapes: Shapes, lambda: number): Inputs<LossArgs> =>
  (random) => [random.uniform([], 0.5, 3), tensors(random, shapes), lambda];
/** Gradients of the data, and weights, of these shapes. */
const slopes =
  (shapes: Shapes, lambda: number): Inputs<GradArgs> =>
  (random) => [tensors(random, shapes), tensors(random, shapes), lambda];

const strength = (random: Random) => 0.1 + 1.9 * random.next();
const fresh: Inputs<LossArgs> = (random) => {
  const shapes = Array.from({ length: random.integer(2, 4) }, () => random.extents(random.integer(1, 3), 1, 6));
  return loss(shapes, strength(random))(random);
};
const outputs = [{ label: 'L̃', path: [], shape: () => [] }];

const nothing: Check['plan'] = (random) => {
  const [dataLoss, weights] = loss([[2, 3], [4]], 0)(random);
  const grads = tensors(random, [[2, 3], [4]]);
  return {
    tasks: [callTask('loss', 'l2Loss', [dataLoss, weights, 0]), callTask('grads', 'l2Grads', [grads, weights, 0])],
    expectations: [
      equal('L̃', outputOf('loss'), constant(dataLoss), 'forward', 1),
      ...grads.map((g, i) => equal(`g̃${SUBSCRIPTS[i]}`, outputOf('grads', [i]), constant(g), 'gradient', 1)),
    ],
  };
};

/** The gradients against the automatic ones of a loss whose data part has the gradients given. */
const autodiff = (args: GradArgs, id: string): Plan => ({
  tasks: [callTask(id, 'l2Grads', args)],
  oracleTasks: [
    vjpTask(
      id,
      'penalizedLinear',
      args,
      args[1].map((_, i) => [1, i]),
      tensorOf([], [1]),
    ),
  ],
  expectations: args[1].map((_, index) =>
    equal(`g̃${SUBSCRIPTS[index]}`, outputOf(id, [index]), trusted({ gradient: id, index }, 'oracle'), 'gradient', 1),
  ),
});

/** W − η·g̃ = (1 − ηλ)·W − η·g */
const step = (random: Random, index: number): Plan => {
  const [lr, lambda] = [[0.5, 0.2] as const, [0.1, 4] as const][index] as readonly [number, number];
  const [[g], [w]] = slopes([[3, 2]], lambda)(random) as [[TensorData], [TensorData], number];
  const id = String(index);
  return {
    tasks: [callTask(id, 'l2Grads', [[g], [w], lambda])],
    expectations: [
      equal(
        'W − η·g̃',
        {
          combine: [
            { factor: 1, of: constant(w) },
            { factor: -lr, of: outputOf(id, [0]) },
          ],
        },
        {
          combine: [
            { factor: 1 - lr * lambda, of: constant(w) },
            { factor: -lr, of: constant(g) },
          ],
        },
        'gradient',
        1,
      ),
    ],
  };
};

/** Weights of all ranks in one list, a filter of a convolution among them; l2Grads leaves its arguments alone. */
const ranks: Check['plan'] = (random) =>
  repeat(2, random, (source, index): Plan => {
    const shapes = [[5], [2, 3], [2, 1, 3], [3, 2, 1, 2]];
    const order = index === 0 ? shapes : [...shapes].reverse();
    const [first, second] = [`loss ${index}`, `grads ${index}`];
    return {
      tasks: [
        callTask(first, 'l2Loss', loss(order, 0.3)(source)),
        callTask(second, 'l2Grads', slopes(order, 0.3)(source)),
      ],
      expectations: [
        asReference('L̃', outputOf(first), 'forward', 10),
        ...order.map((_, i) => asReference(`g̃${SUBSCRIPTS[i]}`, outputOf(second, [i]), 'gradient', 1)),
        { expect: 'intact', task: second },
        { expect: 'no-leak', task: second },
      ],
    };
  });

const bad = (
  fn: 'l2Loss' | 'l2Grads',
  name: 'TypeError' | 'RangeError',
  params: readonly string[],
  [en, ko]: readonly [string, string],
  args: readonly Argument[],
): BadInput => ({ fn, label: { en, ko }, args, accept: params.map((param) => ({ name, param })) });
const same = (text: string) => [text, text] as const;
const [one, w, g] = [zeros([]), [zeros([2, 3]), zeros([4])], [zeros([2, 3]), zeros([4])]];

/** Kits T, G and E with S1–S4 of exercise 27: 16 checks. */
export const checks: Check[] = [
  ...tensorForward<LossArgs>({
    fn: 'l2Loss',
    outputs,
    shapes: [loss([[2, 3]], 0.5), loss([[4], [3, 2]], 0.1), loss([[2, 2, 3], [5], [1, 4]], 1)],
    values: [loss([[2, 3]], 0.5), loss([[3, 3], [4]], 0.2), loss([[2, 4], [4, 3], [5]], 1.5)],
    one: [loss([[1]], 0.5), loss([[1, 1], [1]], 2), loss([[], [3]], 1)],
    fresh,
    terms: 10,
  }),
  ...gradients<LossArgs>({
    fn: 'l2Loss',
    outputs,
    wrt: [
      { name: 'dataLoss', path: [0] },
      { name: 'W₁', path: [1, 0] },
      { name: 'W₂', path: [1, 1] },
    ],
    values: [
      loss([[2, 3], [4]], 0.5),
      loss(
        [
          [3, 3],
          [2, 5],
        ],
        1.5,
      ),
    ],
    fresh,
    small: loss([[4, 3], [5]], 0.7),
    // At W = 0 the square has a slope, 0; a square root has none.
    stress: [
      () => [tensorOf([], [1]), [zeros([2, 3]), zeros([4])], 0.5],
      () => [tensorOf([], [1e30]), [tensorOf([2], [1e15, -1e-15]), tensorOf([1], [3])], 1e-3],
    ],
    forward64: l2Loss64,
    terms: 10,
  }),
  ...errors(
    'l2Loss',
    [
      bad('l2Loss', 'RangeError', ['lambda'], same('lambda = −0.1'), [one, w, -0.1]),
      bad('l2Loss', 'RangeError', ['weights'], ['no weights', '가중치 없음'], [one, [], 0.1]),
      bad(
        'l2Grads',
        'RangeError',
        ['grads', 'weights'],
        ['one gradient for two weights', '가중치 둘에 기울기 하나'],
        [[zeros([2, 3])], w, 0.1],
      ),
      bad('l2Loss', 'TypeError', ['dataLoss'], ['a number in place of dataLoss', 'dataLoss 자리에 숫자'], [1, w, 0.1]),
    ],
    [
      bad('l2Grads', 'RangeError', ['lambda'], same('lambda = −1'), [g, w, -1]),
      bad('l2Loss', 'RangeError', ['lambda'], same('lambda = NaN'), [one, w, Number.NaN]),
      bad('l2Grads', 'RangeError', ['grads', 'weights'], ['no tensors', '텐서 없음'], [[], [], 0.1]),
      bad(
        'l2Grads',
        'RangeError',
        ['grads', 'weights'],
        ['g of shape [3, 2], W of shape [2, 3]', '형태가 [3, 2]인 g와 [2, 3]인 W'],
        [[zeros([3, 2]), zeros([4])], w, 0.1],
      ),
      bad('l2Loss', 'TypeError', ['dataLoss'], ['a dataLoss of rank 1', '1차원 dataLoss'], [zeros([1]), w, 0.1]),
      bad(
        'l2Loss',
        'TypeError',
        ['weights'],
        ['a tensor in place of a list', '목록 자리에 텐서'],
        [one, w[0] as TensorData, 0.1],
      ),
      bad('l2Loss', 'TypeError', ['weights'], ['int32 weights', 'int32인 가중치'], [one, [zeros([2], 'int32')], 0.1]),
      bad('l2Grads', 'TypeError', ['lambda'], ['a tensor in place of lambda', 'lambda 자리에 텐서'], [g, w, one]),
      bad(
        'l2Loss',
        'RangeError',
        ['weights'],
        ['a weight tensor without elements', '원소가 없는 가중치'],
        [one, [zeros([0, 2])], 0.1],
      ),
    ],
  ),
  check('no-penalty', 'value', 'public', { en: 'λ = 0 changes nothing', ko: 'λ = 0이면 그대로' }, nothing),
  check(
    'autodiff',
    'backward',
    'public',
    { en: 'l2Grads equals automatic differentiation', ko: 'l2Grads와 자동 미분의 일치' },
    each<GradArgs>([slopes([[2, 3]], 0.5), slopes([[3, 3], [4]], 2), slopes([[4, 2], [5], [2, 3]], 0.1)], autodiff),
  ),
  check(
    'shrinks-first',
    'property',
    'public',
    { en: 'A step shrinks by 1 − ηλ, then moves', ko: '한 걸음은 1 − ηλ배로 줄인 뒤 이동' },
    (random) => repeat(2, random, step),
  ),
  check('ranks', 'value', 'hidden', { en: 'Ranks 1 to 4', ko: '1차원부터 4차원까지' }, ranks),
];
