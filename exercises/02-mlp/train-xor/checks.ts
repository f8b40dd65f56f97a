import { centralDifferences } from '@/grading/central-differences';
import type { Argument, Inputs } from '@/grading/checks/argument';
import { kernelBudget } from '@/grading/checks/budget';
import {
  asReference,
  callTask,
  check,
  constant,
  each,
  equal,
  joinPlans,
  outputOf,
  plainOf,
} from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { errors, tensorOf, zeros } from '@/grading/checks/errors';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { xorLoss64 } from './reference64';

interface Net {
  readonly [name: string]: TensorData;
}
type Args = readonly [Net, { readonly lr: number; readonly steps: number }];

const NAMES = ['w1', 'b1', 'w2', 'b2'];
const SHAPES: Readonly<Record<string, number[]>> = { w1: [2, 16], b1: [16], w2: [16, 2], b2: [2] };

/** He's initialization, with zero biases or small ones. */
const start = (random: Random, bias = 0): Net => ({
  w1: random.normal([2, 16], 1),
  b1: random.normal([16], bias),
  w2: random.normal([16, 2], Math.sqrt(2 / 16)),
  b2: random.normal([2], bias),
});
const training =
  (steps: number, lr = 0.5, bias = 0.3): Inputs<Args> =>
  (random) => [start(random, bias), { lr, steps }];

const parameters = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainXor', args)],
  expectations: NAMES.map((name) => asReference(name, outputOf(id, [name]), 'gradient', 10)),
});

const shapes = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainXor', args)],
  expectations: [
    ...NAMES.map((name) => ({
      expect: 'shape' as const,
      label: name,
      actual: outputOf(id, [name]),
      shape: [...(SHAPES[name] as number[])],
      dtype: 'float32' as const,
    })),
    equal(
      'losses.length',
      plainOf(id, ['losses', 'length']),
      constant(tensorOf([], [args[1].steps], 'float64')),
      'exact',
      1,
    ),
  ],
});

const losses = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainXor', args)],
  expectations: [asReference('losses', plainOf(id, ['losses']), 'gradient', 10)],
});

const ONE: TensorData = { dtype: 'float32', shape: [], values: Float32Array.of(1) };

/** Trained on, stretch after stretch, as the curve in the report is drawn. */
const descent: Check['plan'] = (random) => ({
  tasks: [
    callTask('descent', { driver: 'descent' }, [start(random, 0.1) as Argument, { lr: 0.5, stretches: 24, steps: 5 }]),
  ],
  expectations: [asReference('losses, every 5 steps', plainOf('descent', ['losses']), 'gradient', 10)],
});

/** With a rate of 1 a step is the gradient itself: what was before less what is after. */
const differences: Check['plan'] = (random) => {
  const [net, options] = training(1, 1, 0.5)(random);
  return {
    tasks: [callTask('call', 'trainXor', [net, options])],
    expectations: NAMES.map((name) =>
      equal(
        `∂L/∂${name}`,
        {
          combine: [
            { factor: 1, of: constant(net[name] as TensorData) },
            { factor: -1, of: outputOf('call', [name]) },
          ],
        },
        constant(centralDifferences(xorLoss64, [net], ONE, [0, name])),
        'differences',
        10,
      ),
    ),
  };
};

const purity: Check['plan'] = (random) => {
  const args = training(3)(random);
  return {
    tasks: [callTask('first', 'trainXor', args), callTask('second', 'trainXor', args)],
    expectations: [
      { expect: 'intact', task: 'first' },
      { expect: 'intact', task: 'second' },
      ...NAMES.map((name) =>
        equal(`${name} (2nd call)`, outputOf('second', [name]), outputOf('first', [name]), 'exact', 1),
      ),
    ],
  };
};

const copies: Check['plan'] = (random) => {
  const [init, options] = training(0)(random);
  return {
    tasks: [callTask('call', 'trainXor', [init, options])],
    expectations: [
      ...NAMES.map((name) => equal(name, outputOf('call', [name]), constant(init[name] as TensorData), 'exact', 1)),
      { expect: 'intact', task: 'call' },
    ],
  };
};

const SEEDS = 10;
/** Of torch's 60 starts all end below .05; the points are then told apart by a wide margin. */
const learns: Check['plan'] = (random) => {
  const starts = Array.from({ length: SEEDS }, (_, i) => start(random.fork(`start ${i}`)));
  return {
    tasks: [callTask('call', { driver: 'success' }, [starts as Argument, { lr: 0.5, steps: 500 }])],
    expectations: [
      {
        expect: 'between',
        label: 'last losses',
        actual: plainOf('call', ['losses']),
        high: constant(tensorOf([], [0.05])),
      },
      {
        expect: 'between',
        label: 'margins',
        actual: outputOf('call', ['margins']),
        low: constant(tensorOf([], [0.5])),
      },
    ],
  };
};

/** With a small rate no step makes the loss larger. */
const monotone: Check['plan'] = (random) => {
  const id = 'call';
  const loss = (step: number) => plainOf(id, ['losses', step]);
  return {
    tasks: [callTask(id, 'trainXor', training(20, 0.01)(random))],
    expectations: Array.from({ length: 19 }, (_, step) => ({
      expect: 'between' as const,
      label: `losses[${step + 1}] − losses[${step}]`,
      actual: {
        combine: [
          { factor: 1, of: loss(step + 1) },
          { factor: -1, of: loss(step) },
        ],
      },
      high: constant(tensorOf([], [1e-6])),
    })),
  };
};

const init = Object.fromEntries(NAMES.map((name) => [name, zeros(SHAPES[name] as number[])]));
const bad = (param: string, en: string, ko: string, args: readonly Argument[]) => ({
  label: { en, ko },
  args,
  accept: [{ name: 'RangeError' as const, param }],
});

/** T1, T3, T4 and E with S1–S6 of exercise 12; four of them compare gradients, by one step. */
export const checks: Check[] = [
  check(
    'shape',
    'value',
    'public',
    { en: 'Shapes and number of losses', ko: '형태와 손실의 개수' },
    each<Args>([training(1), training(3)], shapes),
  ),
  check(
    'one-step',
    'backward',
    'public',
    { en: 'One step', ko: '한 걸음' },
    each<Args>([training(1), training(1, 2), training(1, 1, 1)], parameters),
    { points: 4, requires: ['shape'] },
  ),
  check(
    'gradient-differences',
    'backward',
    'public',
    { en: 'One step against central differences', ko: '중앙 차분과 비교한 한 걸음' },
    differences,
    { requires: ['shape'] },
  ),
  check(
    'losses',
    'training',
    'public',
    { en: 'The first twenty losses, and on to 120', ko: '처음 20개의 손실, 이어서 120걸음까지' },
    (random) =>
      joinPlans([
        each<Args>([training(20), training(12, 0.2, 0.5)], losses)(random.fork('first')),
        descent(random.fork('descent')),
      ]),
    { points: 2, requires: ['shape'] },
  ),
  check(
    'purity',
    'purity',
    'public',
    { en: 'The start stays intact, calls agree', ko: '초깃값 보존과 반복 호출 일치' },
    purity,
    {
      requires: ['shape'],
    },
  ),
  check('no-steps', 'value', 'public', { en: 'Without steps: copies', ko: '걸음이 없으면 복사본' }, copies, {
    requires: ['shape'],
  }),
  ...errors(
    'trainXor',
    [
      bad('lr', 'lr = 0', 'lr = 0', [init, { lr: 0, steps: 1 }]),
      bad('steps', 'steps = −1', 'steps = −1', [init, { lr: 1, steps: -1 }]),
    ],
    [
      bad('steps', 'steps = 1.5', 'steps = 1.5', [init, { lr: 1, steps: 1.5 }]),
      bad('lr', 'lr = NaN', 'lr = NaN', [init, { lr: Number.NaN, steps: 1 }]),
      bad('w1', 'w1 [16, 2]', 'w1 [16, 2]', [
        { ...init, w1: zeros([16, 2]) },
        { lr: 1, steps: 1 },
      ]),
      bad('b2', 'b2 [3]', 'b2 [3]', [
        { ...init, b2: zeros([3]) },
        { lr: 1, steps: 1 },
      ]),
    ],
  ),
  check(
    'no-leak',
    'leak',
    'hidden',
    { en: 'No tensor left behind', ko: '남는 텐서 없음' },
    each<Args>([training(5)], (args, id) => ({
      tasks: [callTask(id, 'trainXor', args)],
      expectations: [{ expect: 'no-leak', task: id }],
    })),
    { requires: ['shape'] },
  ),
  check(
    'fresh-starts',
    'backward',
    'hidden',
    { en: 'Five steps from ten fresh starts', ko: '새로운 초깃값 10개에서 다섯 걸음' },
    each<Args>(
      Array.from({ length: 10 }, () => training(5)),
      parameters,
    ),
    { points: 2, requires: ['shape'] },
  ),
  check(
    'learns',
    'training',
    'hidden',
    { en: 'Learns XOR from ten starts', ko: '초깃값 10개에서 XOR를 학습' },
    learns,
    {
      points: 2,
      requires: ['shape'],
    },
  ),
  check(
    'monotone',
    'training',
    'hidden',
    { en: 'A small rate never climbs', ko: '학습률이 작으면 손실이 늘지 않음' },
    monotone,
    {
      requires: ['shape'],
    },
  ),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most three times the kernels', ko: '커널 실행은 세 배까지' },
    kernelBudget<Args>('trainXor', training(10), 3),
    { requires: ['shape'] },
  ),
];
