import { centralDifferences, type Tensor64, toTensor64 } from '@/grading/central-differences';
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
  repeat,
} from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type BadInput, errors, numbersOf, tensorOf, zeros } from '@/grading/checks/errors';
import { createRandom, type Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { drawn64, loss64, shapes64 } from './reference64';
import { TRAINED } from './trained';

type Rng = { readonly $rng: number };
type Name = 'w1' | 'b1' | 'w2' | 'b2' | 'w3' | 'b3';
type Net = Readonly<Record<Name, TensorData>>;
type Data = { readonly x: TensorData; readonly y: TensorData };
type Options = { readonly lr: number; readonly steps: number; readonly batch: number };
type Args = readonly [Data, Net, Options, Rng];
type Drawing = readonly [number, Rng];

const SHAPES: Readonly<Record<Name, number[]>> = {
  w1: [3, 3, 1, 8],
  b1: [8],
  w2: [3, 3, 8, 16],
  b2: [16],
  w3: [16, 4],
  b3: [4],
};
const NAMES = Object.keys(SHAPES) as Name[];
/** Numbers drawn for an image: class, radius, centre, intensity, and two per pixel. */
const DRAWS = 5 + 2 * 256;

const seed = (random: Random): Rng => ({ $rng: random.integer(0, 1e9) });

/** He's initialization, with zero biases or small ones. */
const start = (random: Random, bias = 0): Net => ({
  w1: random.normal([3, 3, 1, 8], Math.sqrt(2 / 9)),
  b1: random.normal([8], bias),
  w2: random.normal([3, 3, 8, 16], Math.sqrt(2 / 72)),
  b2: random.normal([16], bias),
  w3: random.normal([16, 4], Math.sqrt(2 / 16)),
  b3: random.normal([4], bias),
});

const images = (random: Random, n: number): Data => {
  const { x, labels } = shapes64(n, seed(random));
  return { x: tensorOf(x.shape, [...x.values]), y: tensorOf([n], labels, 'int32') };
};

/** Training on n images from a start with small biases. */
const training =
  (n: number, options: Options): Inputs<Args> =>
  (random) => [images(random, n), start(random, 0.1), options, seed(random)];

const drawing =
  (n: number): Inputs<Drawing> =>
  (random) => [n, seed(random)];

const between = (label: string, actual: ReturnType<typeof outputOf>, low: TensorData, high?: TensorData) => ({
  expect: 'between' as const,
  label,
  actual,
  low: constant(low),
  ...(high && { high: constant(high) }),
});

const shapes: Check['plan'] = (random) => {
  const shapeOf = (label: string, task: string, path: string[], shape: number[], dtype: 'float32' | 'int32') => ({
    expect: 'shape' as const,
    label,
    actual: outputOf(task, path),
    shape,
    dtype,
  });
  const drawn = each<Drawing>([drawing(1), drawing(3)], (args, id) => ({
    tasks: [callTask(`images ${id}`, 'makeShapes', args)],
    expectations: [
      shapeOf('x', `images ${id}`, ['x'], [args[0], 16, 16, 1], 'float32'),
      shapeOf('y', `images ${id}`, ['y'], [args[0]], 'int32'),
    ],
  }));
  const trained = each<Args>(
    [training(3, { lr: 0.01, steps: 1, batch: 1 }), training(2, { lr: 0.01, steps: 2, batch: 1 })],
    (args, id) => ({
      tasks: [callTask(id, 'trainTinyCnn', args)],
      expectations: [
        ...NAMES.map((name) => shapeOf(name, id, ['params', name], SHAPES[name], 'float32')),
        equal('losses.length', plainOf(id, ['losses', 'length']), constant(numbersOf([], [args[2].steps])), 'exact', 1),
      ],
    }),
  );
  return joinPlans([drawn(random), trained(random)]);
};

const pixels = (args: Drawing, id: string): Plan => ({
  tasks: [callTask(id, 'makeShapes', args)],
  expectations: [asReference('x', outputOf(id, ['x']), 'forward', 10)],
});

const labels = (args: Drawing, id: string): Plan => ({
  tasks: [callTask(id, 'makeShapes', args)],
  expectations: [
    asReference('y', outputOf(id, ['y']), 'exact', 1),
    between('y', outputOf(id, ['y']), tensorOf([], [0], 'int32'), tensorOf([], [3], 'int32')),
  ],
});

/** Two calls with rngs of one seed. */
const reproducible = (args: Drawing, id: string): Plan => ({
  tasks: [callTask(`${id} first`, 'makeShapes', args), callTask(`${id} again`, 'makeShapes', args)],
  expectations: ['x', 'y'].map((name) =>
    equal(`${name} (same seed)`, outputOf(`${id} again`, [name]), outputOf(`${id} first`, [name]), 'exact', 1),
  ),
});

const counts: Check['plan'] = (random) => {
  const [n, options] = [2, { lr: 0.01, steps: 2, batch: 1 }];
  const [data, init, o, rng] = training(4, options)(random);
  const count = (label: string, key: string, due: number) =>
    equal(label, plainOf('call', [key]), constant(numbersOf([], [due])), 'exact', 1);
  return {
    tasks: [callTask('call', { driver: 'counted' }, [n, data, init, o, rng])],
    expectations: [
      count('calls of rng in makeShapes', 'shapes', n * DRAWS),
      count('calls of rng in trainTinyCnn', 'training', options.steps * options.batch),
      count('parameters', 'parameters', 1316),
    ],
  };
};

const parameters = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainTinyCnn', args)],
  expectations: NAMES.map((name) => asReference(name, outputOf(id, ['params', name]), 'gradient', 10)),
});

const losses = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainTinyCnn', args)],
  expectations: [asReference('losses', plainOf(id, ['losses']), 'gradient', 10)],
});

/** The first loss in double precision, of the images that rng chooses. */
function firstLoss64([{ x, y }, init, { batch }, rng]: Args): number {
  const chosen = drawn64(rng, x.shape[0] as number, batch);
  const pixelsOf = (image: number) => [...x.values.subarray(image * 256, (image + 1) * 256)];
  const net = Object.fromEntries(NAMES.map((name) => [name, toTensor64(init[name])])) as Record<Name, Tensor64>;
  const { values } = loss64(
    net,
    { shape: [batch, 16, 16, 1], values: Float64Array.from(chosen.flatMap(pixelsOf)) },
    chosen.map((image) => y.values[image] as number),
  );
  return values[0] as number;
}

const firstLoss = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'trainTinyCnn', args)],
  expectations: [
    equal('losses[0]', plainOf(id, ['losses', 0]), constant(numbersOf([], [firstLoss64(args)])), 'gradient', 10),
  ],
});

const ONE = tensorOf([], [1]);
const SLOPED: readonly Name[] = ['b1', 'b2', 'w3', 'b3'];
/** Below this a slope's sign is not clear: a kink of ReLU may lie between the two points of a difference. */
const CLEAR = 3e-4;

/**
 * The first step of Adam is lr·g/(|g| + ε): before less after, divided by lr, is the sign of the slope, 0 where a unit is
 * dead. Starts are drawn until no slope is nearly flat.
 */
const slopes: Check['plan'] = (random) => {
  const lr = 0.1;
  for (;;) {
    const data = images(random, 1);
    const init = start(random, 0.1);
    const label = [data.y.values[0] as number];
    const forward = (net: never, x: never) => loss64(net, x, label);
    const due = SLOPED.map((name) => centralDifferences(forward, [init, data.x], ONE, [0, name]));
    if (due.some(({ values }) => values.some((g) => g !== 0 && Math.abs(g) < CLEAR))) continue;
    return {
      tasks: [callTask('call', 'trainTinyCnn', [data, init, { lr, steps: 1, batch: 1 }, seed(random)])],
      expectations: SLOPED.map((name, i) => ({
        ...equal(
          `sign of ∂L/∂${name}`,
          {
            combine: [
              { factor: 1 / lr, of: constant(init[name]) },
              { factor: -1 / lr, of: outputOf('call', ['params', name]) },
            ],
          },
          constant({ ...init[name], values: Float32Array.from((due[i] as TensorData).values, Math.sign) }),
          'differences',
          10,
        ),
      })),
    };
  }
};

/** Trained on, stretch after stretch, as the curve in the report is drawn. */
const descent: Check['plan'] = (random) => {
  const [data, init, o, rng] = training(4, { lr: 0.02, steps: 2, batch: 2 })(random);
  return {
    tasks: [callTask('descent', { driver: 'descent' }, [data, init, { ...o, stretches: 6 }, rng])],
    expectations: [asReference('mean losses of 2 steps', plainOf('descent', ['losses']), 'gradient', 10)],
  };
};

const purity: Check['plan'] = (random) => {
  const args = training(3, { lr: 0.01, steps: 2, batch: 1 })(random);
  return {
    tasks: [callTask('first', 'trainTinyCnn', args), callTask('second', 'trainTinyCnn', args)],
    expectations: [
      { expect: 'intact', task: 'first' },
      { expect: 'intact', task: 'second' },
      ...NAMES.map((name) =>
        equal(
          `${name} (2nd call)`,
          outputOf('second', ['params', name]),
          outputOf('first', ['params', name]),
          'exact',
          1,
        ),
      ),
    ],
  };
};

const copies: Check['plan'] = (random) => {
  const args = training(2, { lr: 0.1, steps: 0, batch: 2 })(random);
  return {
    tasks: [callTask('call', 'trainTinyCnn', args)],
    expectations: [
      ...NAMES.map((name) => equal(name, outputOf('call', ['params', name]), constant(args[1][name]), 'exact', 1)),
      { expect: 'intact', task: 'call' },
    ],
  };
};

const noLeak: Check['plan'] = (random) => ({
  tasks: [
    callTask('images', 'makeShapes', drawing(2)(random)),
    callTask('training', 'trainTinyCnn', training(3, { lr: 0.01, steps: 3, batch: 2 })(random)),
  ],
  expectations: [
    { expect: 'no-leak', task: 'images' },
    { expect: 'no-leak', task: 'training' },
  ],
});

const freshImages = (random: Random, index: number): Plan => {
  const args = drawing(1 + index)(random);
  return {
    tasks: [callTask(String(index), 'makeShapes', args)],
    expectations: [
      asReference('x', outputOf(String(index), ['x']), 'forward', 10),
      asReference('y', outputOf(String(index), ['y']), 'exact', 1),
    ],
  };
};

/**
 * With He's initialization the four classes mostly look about equally likely: ln 4 = 1.386. Now and then a start is further
 * off, and another is drawn.
 */
const guessing = (random: Random, index: number): Plan => {
  const id = String(index);
  const data = images(random, 16);
  const rng = seed(random);
  for (;;) {
    const args: Args = [data, start(random), { lr: 0.01, steps: 1, batch: 16 }, rng];
    if (Math.abs(firstLoss64(args) - Math.log(4)) > 0.6) continue;
    return {
      tasks: [callTask(id, 'trainTinyCnn', args)],
      expectations: [
        between(
          'losses[0]',
          plainOf(id, ['losses', 0]),
          numbersOf([], [Math.log(4) - 0.8]),
          numbersOf([], [Math.log(4) + 0.8]),
        ),
      ],
    };
  }
};

/** A trained network, its weights disturbed and its biases lost: about half of the images are told rightly. */
const disturbed = (random: Random): Net => {
  const moved = (name: keyof typeof TRAINED): TensorData => {
    const noise = random.normal(SHAPES[name], 0.1);
    return { ...noise, values: noise.values.map((value, i) => value + (TRAINED[name][i] as number)) };
  };
  return { w1: moved('w1'), b1: zeros([8]), w2: moved('w2'), b2: zeros([16]), w3: moved('w3'), b3: zeros([4]) };
};

/**
 * Three fixed seeds. The reference reached .633 to .953 from 24 other starts, .852 in the median. Untrained, 14 of these
 * told .23 to .48 of the images rightly; a constant answer tells about a quarter.
 */
const learns: Check['plan'] = () => {
  const random = createRandom(54);
  const starts = Array.from({ length: 3 }, () => ({ init: disturbed(random), rng: seed(random) }));
  const options: Options = { lr: 0.02, steps: 20, batch: 8 };
  return {
    tasks: [
      callTask('call', { driver: 'accuracy' }, [
        images(random, 256),
        starts as unknown as Argument,
        options,
        images(random, 128),
      ]),
    ],
    expectations: [between('median accuracy', plainOf('call', ['accuracies', 1]), numbersOf([], [0.6]))],
  };
};

const [two, rng, o] = [
  { x: zeros([2, 16, 16, 1]), y: zeros([2], 'int32') },
  { $rng: 1 },
  { lr: 1, steps: 1, batch: 1 },
];
const init = Object.fromEntries(NAMES.map((name) => [name, zeros(SHAPES[name])]));
const bad = (param: string, en: string, ko: string, args: readonly Argument[], fn = 'trainTinyCnn'): BadInput => ({
  fn,
  label: { en, ko },
  args,
  accept: [{ name: 'RangeError', param }],
});

/** T1, T3, T4 and E with S1–S7 of exercise 54, and kernels counted in place of S8's clock: 20 checks. */
export const checks: Check[] = [
  check('shape', 'value', 'public', { en: 'Shapes and dtypes', ko: '형태와 dtype' }, shapes),
  check(
    'labels',
    'value',
    'public',
    { en: 'Classes, from 0 to 3', ko: '0부터 3까지의 클래스' },
    each<Drawing>([drawing(2), drawing(5), drawing(9)], labels),
    { requires: ['shape'] },
  ),
  check(
    'pixels',
    'value',
    'public',
    { en: 'Pixels of given seeds', ko: '정해진 시드의 픽셀' },
    each<Drawing>([drawing(1), drawing(2), drawing(8)], pixels),
    { points: 2, requires: ['shape'] },
  ),
  check(
    'same-seed',
    'property',
    'public',
    { en: 'The same seed draws the same images', ko: '같은 시드는 같은 이미지' },
    each<Drawing>([drawing(1), drawing(4)], reproducible),
    { requires: ['shape'] },
  ),
  check(
    'counts',
    'value',
    'public',
    {
      en: '517 draws per image, one per image of a batch; 1,316 parameters',
      ko: '이미지마다 517번, 배치의 이미지마다 한 번 뽑기. 매개변수 1,316개',
    },
    counts,
    { requires: ['shape'] },
  ),
  check(
    'first-loss',
    'value',
    'public',
    { en: 'The first loss is that of the images drawn', ko: '첫 손실은 뽑힌 이미지의 손실' },
    each<Args>(
      [training(5, { lr: 0.01, steps: 1, batch: 1 }), training(4, { lr: 0.01, steps: 1, batch: 3 })],
      firstLoss,
    ),
    { requires: ['shape'] },
  ),
  check(
    'one-step',
    'gradient',
    'public',
    { en: 'One step, six tensors', ko: '한 걸음, 텐서 여섯 개' },
    each<Args>(
      [
        training(1, { lr: 0.05, steps: 1, batch: 1 }),
        training(3, { lr: 0.01, steps: 1, batch: 2 }),
        training(5, { lr: 0.02, steps: 1, batch: 3 }),
      ],
      parameters,
    ),
    { points: 3, requires: ['shape'] },
  ),
  check(
    'gradient-differences',
    'gradient',
    'public',
    { en: 'One step against central differences', ko: '중앙 차분과 비교한 한 걸음' },
    slopes,
    { requires: ['shape'] },
  ),
  check(
    'three-steps',
    'gradient',
    'public',
    { en: 'Three steps, six tensors', ko: '세 걸음, 텐서 여섯 개' },
    each<Args>(
      [training(3, { lr: 0.01, steps: 3, batch: 1 }), training(5, { lr: 0.02, steps: 3, batch: 2 })],
      parameters,
    ),
    { points: 3, requires: ['shape'] },
  ),
  check(
    'losses',
    'training',
    'public',
    { en: 'The first losses, and on to 12 steps', ko: '처음 몇 손실, 이어서 12걸음까지' },
    (random) =>
      joinPlans([
        each<Args>(
          [training(4, { lr: 0.01, steps: 3, batch: 2 }), training(6, { lr: 0.02, steps: 3, batch: 2 })],
          losses,
        )(random.fork('first')),
        descent(random.fork('descent')),
      ]),
    { points: 2, requires: ['shape'] },
  ),
  check(
    'purity',
    'purity',
    'public',
    { en: 'Images and start stay intact, calls agree', ko: '이미지와 초깃값 보존, 반복 호출 일치' },
    purity,
    { requires: ['shape'] },
  ),
  check('no-steps', 'value', 'public', { en: 'Without steps: copies', ko: '걸음이 없으면 복사본' }, copies, {
    requires: ['shape'],
  }),
  ...errors(
    'trainTinyCnn',
    [
      bad('n', 'n = 0', 'n = 0', [0, rng], 'makeShapes'),
      bad('lr', 'lr = 0', 'lr = 0', [two, init, { ...o, lr: 0 }, rng]),
      bad('batch', 'batch = 0', 'batch = 0', [two, init, { ...o, batch: 0 }, rng]),
    ],
    [
      bad('n', 'n = 1.5', 'n = 1.5', [1.5, rng], 'makeShapes'),
      bad('steps', 'steps = −1', 'steps = −1', [two, init, { ...o, steps: -1 }, rng]),
      bad('lr', 'lr = NaN', 'lr = NaN', [two, init, { ...o, lr: Number.NaN }, rng]),
      bad('batch', 'batch = 2.5', 'batch = 2.5', [two, init, { ...o, batch: 2.5 }, rng]),
      bad('w2', 'w2 [3, 3, 16, 8]', 'w2 [3, 3, 16, 8]', [two, { ...init, w2: zeros([3, 3, 16, 8]) }, o, rng]),
      bad('b3', 'b3 [3]', 'b3 [3]', [two, { ...init, b3: zeros([3]) }, o, rng]),
      bad('x', 'x [2, 8, 8, 1]', 'x [2, 8, 8, 1]', [{ ...two, x: zeros([2, 8, 8, 1]) }, init, o, rng]),
      bad('y', '3 labels for 2 images', '이미지 2개에 레이블 3개', [{ ...two, y: zeros([3], 'int32') }, init, o, rng]),
    ],
  ),
  check('no-leak', 'leak', 'hidden', { en: 'No tensor left behind', ko: '남는 텐서 없음' }, noLeak, {
    requires: ['shape'],
  }),
  check(
    'fresh-images',
    'value',
    'hidden',
    { en: 'Images of six fresh seeds', ko: '새로운 시드 6개의 이미지' },
    (random) => repeat(6, random, freshImages),
    { requires: ['shape'] },
  ),
  check(
    'fresh-starts',
    'gradient',
    'hidden',
    { en: 'Three steps from four fresh starts', ko: '새로운 초깃값 4개에서 세 걸음' },
    each<Args>(
      Array.from({ length: 4 }, () => training(4, { lr: 0.01, steps: 3, batch: 2 })),
      parameters,
    ),
    { points: 2, requires: ['shape'] },
  ),
  check(
    'first-guess',
    'training',
    'hidden',
    { en: 'Before training the loss is about ln 4', ko: '학습 전의 손실은 약 ln 4' },
    (random) => repeat(2, random, guessing),
    { requires: ['shape'] },
  ),
  check(
    'learns',
    'training',
    'hidden',
    { en: 'Recovers within 20 steps: fresh images are told apart', ko: '20걸음 안에 회복하여 새 이미지를 구별' },
    learns,
    { points: 2, requires: ['one-step', 'three-steps'] },
  ),
  check(
    'kernel-budget',
    'budget',
    'hidden',
    { en: 'At most four times the kernels', ko: '커널 실행은 네 배까지' },
    kernelBudget<Args>('trainTinyCnn', training(6, { lr: 0.01, steps: 2, batch: 6 }), 4),
    { requires: ['shape'] },
  ),
];
