import { type Forward64, toTensor64 } from '@/grading/central-differences';
import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, constant, each, outputOf, plainOf, repeat } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { tensorOf } from '@/grading/checks/errors';
import { type Gradients, gradients } from '@/grading/checks/gradients';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { forward64, type Options } from './reference64';

type Tensors = Readonly<Record<string, TensorData>>;
type Net = { readonly parameters: Tensors; readonly statistics: Tensors };
type Args = readonly [TensorData, Net, { readonly [key in keyof Options]: boolean }];

/** Side, inputs and outputs of every kernel. */
const KERNELS = {
  stem: [3, 1, 8],
  'block1.conv1': [3, 8, 8],
  'block1.conv2': [3, 8, 8],
  'block2.conv1': [3, 8, 16],
  'block2.conv2': [3, 16, 16],
  'block2.proj': [1, 8, 16],
  'block3.conv1': [3, 16, 32],
  'block3.conv2': [3, 32, 32],
  'block3.proj': [1, 16, 32],
} as const;
const names = Object.keys(KERNELS);

/** A net in the middle of its training: no scale is 1, no shift and no mean 0. */
function someNet(random: Random): Net {
  const parameters: Record<string, TensorData> = {};
  const statistics: Record<string, TensorData> = {};
  for (const [name, [side, inputs, outputs]] of Object.entries(KERNELS)) {
    parameters[`${name}.w`] = random.normal([side, side, inputs, outputs], Math.sqrt(2 / (side * side * inputs)));
    parameters[`${name}.gamma`] = random.uniform([outputs], 0.6, 1.4);
    parameters[`${name}.beta`] = random.normal([outputs], 0.3);
    statistics[`${name}.mean`] = random.normal([outputs], 0.3);
    statistics[`${name}.variance`] = random.uniform([outputs], 0.5, 1.5);
  }
  parameters['head.w'] = random.normal([32, 10], 0.25);
  parameters['head.b'] = random.normal([10], 0.3);
  return { parameters, statistics };
}

const WHOLE = { skip: true, batchNorm: true };
const images =
  (n: number, h: number, w: number, options: Omit<Options, 'training'> = WHOLE, training = true): Inputs<Args> =>
  (random) => [random.normal([n, h, w, 1]), someNet(random), { training, ...options }];
/** Batch norm over two or three numbers magnifies rounding: in training there are several images, and maps to the end. */
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 12, 20) as [number, number];
  return images(4, h, w, WHOLE, random.next() < 0.5)(random);
};

/** Resamples until no argument of a ReLU is so near to 0 that rounding may decide. */
const CLEARANCE = 1e-5;
function clear(inputs: Inputs<Args>): Inputs<Args> {
  return (random) => {
    for (;;) {
      const args = inputs(random);
      const [x, { parameters, statistics }, options] = args;
      let closest = Number.POSITIVE_INFINITY;
      const net = { parameters: doubles(parameters), statistics: doubles(statistics) };
      forward64(toTensor64(x), net, options, (argument) => {
        closest = Math.min(closest, Math.abs(argument));
      });
      if (closest > CLEARANCE) return args;
    }
  };
}
const doubles = (tensors: Tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, toTensor64(tensor)]));

const outputs = [{ label: 'logits', path: ['logits'], shape: ([x]: Args) => [x.shape[0] as number, 10] }];
const statisticsOf = (id: string): Plan['expectations'] =>
  names.flatMap((name) =>
    ['mean', 'variance'].map((which) =>
      asReference(`${which} of ${name}`, outputOf(id, ['statistics', `${name}.${which}`]), 'forward', 64),
    ),
  );

/** Of every parameter, by its own name. */
const parameterNames = [...names.flatMap((name) => [`${name}.w`, `${name}.gamma`, `${name}.beta`]), 'head.w', 'head.b'];
const wrtAll = parameterNames.map((name) => ({ name, path: [1, 'parameters', name] }));

const forwardChecks = tensorForward<Args>({
  fn: 'forward',
  outputs,
  shapes: [images(4, 16, 16), images(2, 8, 6, WHOLE, false), images(3, 5, 9, WHOLE, false)],
  values: [images(2, 8, 8, WHOLE, false), images(4, 16, 16), images(5, 16, 12), images(2, 6, 8, WHOLE, false)],
  one: [images(1, 16, 16, WHOLE, false), images(1, 24, 20)],
  fresh,
  terms: 300,
});
/** Moved twice each in double precision: one tensor of every kind, in every stage. */
const wrtSmall = wrtAll.filter(({ name }) =>
  /^(stem\.(w|gamma|beta)|block1\.conv2\.gamma|block2\.proj\.beta|block3\.conv2\.gamma|head\.b)$/.test(name),
);
const kit: Gradients<Args> = {
  fn: 'forward',
  outputs,
  wrt: wrtAll,
  values: [clear(images(4, 16, 16)), clear(images(5, 16, 12))],
  fresh: clear(fresh),
  small: clear(images(3, 16, 16)),
  stress: [images(2, 16, 16), images(2, 16, 16, WHOLE, false)],
  forward64: ((...args: Parameters<typeof forward64>) => forward64(args[0], args[1], args[2])) as Forward64,
  terms: 300,
};
const byDifferences = (id: string) => id === 'gradient-differences';
const gradientChecks = [
  ...gradients(kit).filter(({ id }) => !byDifferences(id)),
  ...gradients({ ...kit, wrt: wrtSmall }).filter(({ id }) => byDifferences(id)),
];

const statistics = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'forward', args)],
  expectations: statisticsOf(id),
});

const start: Check['plan'] = (random) =>
  repeat(2, random, (source, i) => {
    const id = `start ${i}`;
    return {
      tasks: [callTask(id, 'createNet', [{ $rng: source.integer(1, 1e9) }])],
      expectations: [
        ...parameterNames.map((name) => asReference(name, outputOf(id, ['parameters', name]), 'forward', 4)),
        ...statisticsOf(id),
      ],
    };
  });

const counted: Check['plan'] = () => ({
  tasks: [callTask('count', { driver: 'counted' }, [{ $rng: 6 }])],
  expectations: [asReference('parameters', plainOf('count', ['parameters']), 'exact', 1)],
});

const withoutSkip = { skip: false, batchNorm: true };
const withoutNorm = { skip: true, batchNorm: false };

/** One switch at a time, in training and in evaluation, and both at once. */
const ablated: Check['plan'] = each(
  [
    images(4, 16, 16, withoutSkip),
    images(2, 6, 8, withoutSkip, false),
    images(4, 16, 16, withoutNorm),
    images(2, 6, 8, withoutNorm, false),
    images(4, 16, 12, { skip: false, batchNorm: false }),
  ],
  (args, id) => {
    const off = [...(args[2].skip ? [] : ['skip']), ...(args[2].batchNorm ? [] : ['batchNorm'])];
    const logits = outputOf(id, ['logits']);
    return {
      tasks: [callTask(id, 'forward', args)],
      expectations: [asReference(`logits without ${off.join(' and ')}`, logits, 'forward', 300)],
    };
  },
);

/**
 * Ten steps of Adam at 0.01 on batches of 10 out of 20 images, two of each kind: a net that is put together rightly learns
 * those by heart. See the explanation for how the threshold was found.
 */
const training =
  (seeds: number[]): Check['plan'] =>
  () => ({
    tasks: [
      callTask('training', { driver: 'net-training' }, [
        { seeds, steps: 10, images: 20, batch: 10, lr: 0.01, switches: WHOLE },
      ]),
    ],
    expectations: [
      {
        expect: 'between',
        label: 'loss at the end',
        actual: plainOf('training', ['median']),
        high: constant(tensorOf([], [1.4])),
      },
    ],
  });

const after = { requires: ['shape'] };
/** Kits T and G on `forward`, S1–S6 of their own. */
export const checks: Check[] = [
  check('start', 'value', 'public', { en: 'The start', ko: '초깃값' }, start),
  check('count', 'value', 'public', { en: 'Number of parameters', ko: '매개변수의 수' }, counted),
  ...forwardChecks,
  check(
    'statistics',
    'value',
    'public',
    { en: 'Running statistics after a batch', ko: '배치 하나를 본 뒤의 이동 통계' },
    each([images(4, 16, 16), images(3, 12, 18), images(2, 8, 8, WHOLE, false)], statistics),
    after,
  ),
  ...gradientChecks,
  check('switches', 'value', 'public', { en: 'Switched off', ko: '스위치를 껐을 때' }, ablated, after),
  check('training', 'training', 'public', { en: 'It learns', ko: '학습이 됨' }, training([1]), {
    requires: ['values', 'gradient'],
  }),
  check(
    'training-seeds',
    'training',
    'hidden',
    { en: 'It learns from three starts', ko: '초깃값 세 가지에서 학습이 됨' },
    training([1, 2, 3]),
    { points: 2, requires: ['values', 'gradient'] },
  ),
];
