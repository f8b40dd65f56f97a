import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, each, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type Gradients, gradients } from '@/grading/checks/gradients';
import {
  clearOf,
  countCheck,
  type NetArgs,
  type NetData,
  startCheck,
  trainingChecks,
  withoutSeen,
} from '@/grading/checks/nets';
import { tensorForward } from '@/grading/checks/tensor-forward';
import type { Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { forward64, type Options } from './reference64';

type Args = NetArgs<{ readonly [key in keyof Options]: boolean }>;

/** Side, inputs and outputs of every kernel. */
const KERNELS = {
  stem: [5, 1, 16],
  'block1.layer1': [3, 16, 8],
  'block1.layer2': [3, 24, 8],
  'block1.layer3': [3, 32, 8],
  transition: [1, 40, 20],
  'block2.layer1': [3, 20, 8],
  'block2.layer2': [3, 28, 8],
  'block2.layer3': [3, 36, 8],
} as const;
const kernels = Object.keys(KERNELS);
const norms = [...kernels.filter((name) => name !== 'stem'), 'head'];

/** A net in the middle of its training: no scale is 1, no shift and no mean 0. */
function someNet(random: Random): NetData {
  const parameters: Record<string, TensorData> = {};
  const statistics: Record<string, TensorData> = {};
  const channels = new Map<string, number>([['head', 44]]);
  for (const [name, [side, inputs, outputs]] of Object.entries(KERNELS)) {
    parameters[`${name}.w`] = random.normal([side, side, inputs, outputs], Math.sqrt(2 / (side * side * inputs)));
    channels.set(name, inputs);
  }
  for (const name of norms) {
    const count = channels.get(name) as number;
    parameters[`${name}.gamma`] = random.uniform([count], 0.6, 1.4);
    parameters[`${name}.beta`] = random.normal([count], 0.3);
    statistics[`${name}.mean`] = random.normal([count], 0.3);
    statistics[`${name}.variance`] = random.uniform([count], 0.5, 1.5);
  }
  parameters['head.w'] = random.normal([44, 10], 0.25);
  parameters['head.b'] = random.normal([10], 0.3);
  return { parameters, statistics };
}

const WHOLE = { concat: true, batchNorm: true };
const images =
  (n: number, h: number, w: number, options: Omit<Options, 'training'> = WHOLE, training = true): Inputs<Args> =>
  (random) => [random.normal([n, h, w, 1]), someNet(random), { training, ...options }];
/** Batch norm over two or three numbers magnifies rounding: in training there are several images, and maps to the end. */
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 16, 24) as [number, number];
  return images(4, h, w, WHOLE, random.next() < 0.5)(random);
};

const clear = (inputs: Inputs<Args>): Inputs<Args> => clearOf(inputs, forward64);

const outputs = [{ label: 'logits', path: ['logits'], shape: ([x]: Args) => [x.shape[0] as number, 10] }];
const statisticNames = norms.flatMap((name) => [`${name}.mean`, `${name}.variance`]);

/** Of every parameter, by its own name. */
const parameterNames = [
  ...kernels.map((name) => `${name}.w`),
  ...norms.flatMap((name) => [`${name}.gamma`, `${name}.beta`]),
  'head.w',
  'head.b',
];
const wrtAll = parameterNames.map((name) => ({ name, path: [1, 'parameters', name] }));

const forwardChecks = tensorForward<Args>({
  fn: 'forward',
  outputs,
  shapes: [images(4, 16, 16), images(2, 8, 6, WHOLE, false), images(3, 5, 9, WHOLE, false)],
  values: [images(2, 8, 8, WHOLE, false), images(4, 16, 16), images(5, 16, 12), images(2, 6, 9, WHOLE, false)],
  one: [images(1, 16, 16, WHOLE, false), images(1, 28, 24)],
  fresh,
  terms: 300,
});
/** Moved twice each in double precision: small tensors of every stage. Kernels, too large for that, have the goldens. */
const wrtSmall = wrtAll.filter(({ name }) =>
  /^(block1\.layer2\.gamma|transition\.beta|block2\.layer3\.gamma|head\.b)$/.test(name),
);
const kit: Gradients<Args> = {
  fn: 'forward',
  outputs,
  wrt: wrtAll,
  values: [clear(images(4, 16, 16)), clear(images(5, 16, 12))],
  fresh: clear(fresh),
  small: clearOf(images(4, 16, 16), forward64, 3e-4),
  stress: [images(2, 16, 16), images(2, 16, 16, WHOLE, false)],
  forward64: withoutSeen(forward64),
  terms: 300,
};
const byDifferences = (id: string) => id === 'gradient-differences';
const gradientChecks = [
  ...gradients(kit).filter(({ id }) => !byDifferences(id)),
  ...gradients({ ...kit, wrt: wrtSmall }).filter(({ id }) => byDifferences(id)),
];

const statistics = (args: Args, id: string): Plan => ({
  tasks: [callTask(id, 'forward', args)],
  expectations: statisticNames.map((name) => asReference(name, outputOf(id, ['statistics', name]), 'forward', 64)),
});

const withoutConcat = { concat: false, batchNorm: true };
const withoutNorm = { concat: true, batchNorm: false };

/** One switch at a time, in training and in evaluation, and both at once. */
const ablated: Check['plan'] = each(
  [
    images(4, 16, 16, withoutConcat),
    images(2, 6, 8, withoutConcat, false),
    images(4, 16, 16, withoutNorm),
    images(2, 6, 8, withoutNorm, false),
    images(4, 16, 12, { concat: false, batchNorm: false }),
  ],
  (args, id) => {
    const off = [...(args[2].concat ? [] : ['concat']), ...(args[2].batchNorm ? [] : ['batchNorm'])];
    const logits = outputOf(id, ['logits']);
    return {
      tasks: [callTask(id, 'forward', args)],
      expectations: [asReference(`logits without ${off.join(' and ')}`, logits, 'forward', 300)],
    };
  },
);

const after = { requires: ['shape'] };
/** Kits T and G on `forward`, S1–S6 of their own. */
export const checks: Check[] = [
  startCheck(parameterNames, statisticNames),
  countCheck,
  ...forwardChecks,
  check(
    'statistics',
    'value',
    'public',
    { en: 'Running statistics after a batch', ko: '배치 하나를 본 뒤의 이동 통계' },
    each([images(4, 16, 16), images(3, 16, 18), images(2, 8, 8, WHOLE, false)], statistics),
    after,
  ),
  ...gradientChecks,
  check('switches', 'value', 'public', { en: 'Switched off', ko: '스위치를 껐을 때' }, ablated, after),
  ...trainingChecks(WHOLE, 0.01, 1.45, 14),
];
