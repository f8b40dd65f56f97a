import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, each, outputOf } from '@/grading/checks/cases';
import type { Check, Plan } from '@/grading/checks/check';
import { type Gradients, gradients } from '@/grading/checks/gradients';
import {
  clearOf,
  countCheckOf,
  type NetArgs,
  type NetData,
  startCheck,
  trainingChecks,
  withoutSeen,
} from '@/grading/checks/nets';
import { tensorForward } from '@/grading/checks/tensor-forward';
import { createRandom, type Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { forward64, type Options } from './reference64';

type Args = NetArgs<{ readonly [key in keyof Options]: boolean }>;

/** Side, inputs and outputs of every kernel. */
const STACKED = {
  'block1.conv1': [3, 1, 4],
  'block1.conv2': [3, 4, 4],
  'block2.conv1': [3, 4, 8],
  'block2.conv2': [3, 8, 8],
  'block3.conv1': [3, 8, 16],
  'block3.conv2': [3, 16, 16],
  'block4.conv1': [3, 16, 32],
  'block4.conv2': [3, 32, 32],
} as const;
const LARGE = {
  'block1.conv': [5, 1, 4],
  'block2.conv': [5, 4, 8],
  'block3.conv': [5, 8, 16],
  'block4.conv': [5, 16, 32],
} as const;
type Kernels = Readonly<Record<string, readonly [side: number, inputs: number, outputs: number]>>;

/** A net in the middle of its training: no scale is 1, no shift and no mean 0. */
const someNet =
  (kernels: Kernels) =>
  (random: Random): NetData => {
    const parameters: Record<string, TensorData> = {};
    const statistics: Record<string, TensorData> = {};
    for (const [name, [side, inputs, outputs]] of Object.entries(kernels)) {
      parameters[`${name}.w`] = random.normal([side, side, inputs, outputs], Math.sqrt(2 / (side * side * inputs)));
      parameters[`${name}.gamma`] = random.uniform([outputs], 0.6, 1.4);
      parameters[`${name}.beta`] = random.normal([outputs], 0.3);
      statistics[`${name}.mean`] = random.normal([outputs], 0.3);
      statistics[`${name}.variance`] = random.uniform([outputs], 0.5, 1.5);
    }
    parameters['head.w'] = random.normal([32, 10], 0.25);
    parameters['head.b'] = random.normal([10], 0.3);
    return { parameters, statistics };
  };

const WHOLE = { stacked: true, batchNorm: true };
/** In public checks each is there once, since equal stretches of what the page loads are compressed. */
const [KNOWN, KNOWN_LARGE] = [someNet(STACKED)(createRandom(7)), someNet(LARGE)(createRandom(8))];

const images =
  (
    n: number,
    h: number,
    w: number,
    options: Omit<Options, 'training'> = WHOLE,
    training = true,
    net: (random: Random) => NetData = () => (options.stacked ? KNOWN : KNOWN_LARGE),
  ): Inputs<Args> =>
  (random) => [random.normal([n, h, w, 1]), net(random), { training, ...options }];

/** Batch norm over two or three numbers magnifies rounding: in training there are several images, and maps to the end. */
const fresh: Inputs<Args> = (random) => {
  const [h, w] = random.extents(2, 16, 20) as [number, number];
  return images(3, h, w, WHOLE, random.next() < 0.5, someNet(STACKED))(random);
};

const clear = (inputs: Inputs<Args>): Inputs<Args> => clearOf(inputs, forward64);

const outputs = [{ label: 'logits', path: ['logits'], shape: ([x]: Args) => [x.shape[0] as number, 10] }];
const statisticsOf = (kernels: Kernels) => Object.keys(kernels).flatMap((name) => [`${name}.mean`, `${name}.variance`]);
const parametersOf = (kernels: Kernels) => [
  ...Object.keys(kernels).flatMap((name) => [`${name}.w`, `${name}.gamma`, `${name}.beta`]),
  'head.w',
  'head.b',
];
/** Of every parameter, by its own name. */
const wrtAll = parametersOf(STACKED).map((name) => ({ name, path: [1, 'parameters', name] }));

const forwardChecks = tensorForward<Args>({
  fn: 'forward',
  outputs,
  shapes: [images(3, 16, 16), images(2, 18, 24, WHOLE, false)],
  values: [images(2, 16, 16, WHOLE, false), images(3, 16, 16), images(4, 18, 16), images(2, 20, 17, WHOLE, false)],
  one: [images(1, 16, 16, WHOLE, false, someNet(STACKED)), images(1, 32, 48, WHOLE, true, someNet(STACKED))],
  fresh,
  terms: 300,
});
/** Moved twice each in double precision: one tensor of every kind, in every block. */
const wrtSmall = wrtAll.filter(({ name }) =>
  /^(block1\.conv1\.(w|gamma|beta)|block2\.conv2\.gamma|block3\.conv1\.beta|block4\.conv2\.gamma|head\.b)$/.test(name),
);
const kit: Gradients<Args> = {
  fn: 'forward',
  outputs,
  wrt: wrtAll,
  values: [clear(images(3, 16, 16)), clear(images(4, 16, 18))],
  fresh: clear(fresh),
  small: clearOf(images(2, 16, 16), forward64, 1e-4),
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
  expectations: statisticsOf(args[2].stacked ? STACKED : LARGE).map((name) =>
    asReference(name, outputOf(id, ['statistics', name]), 'forward', 64),
  ),
});

const large = { stacked: false, batchNorm: true };
const withoutNorm = { stacked: true, batchNorm: false };

/** One switch at a time, in training and in evaluation, and both at once. */
const ablated: Check['plan'] = each(
  [
    images(3, 16, 16, large),
    images(2, 17, 18, large, false),
    images(3, 16, 16, withoutNorm),
    images(2, 18, 16, withoutNorm, false),
    images(2, 16, 18, { stacked: false, batchNorm: false }),
  ],
  (args, id) => {
    const off = [...(args[2].stacked ? [] : ['stacked']), ...(args[2].batchNorm ? [] : ['batchNorm'])];
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
  startCheck(parametersOf(STACKED), statisticsOf(STACKED), { switches: WHOLE }),
  startCheck(parametersOf(LARGE), statisticsOf(LARGE), {
    id: 'start-large',
    title: { en: 'The start with 5×5 kernels', ko: '5×5 커널의 초깃값' },
    switches: large,
  }),
  countCheckOf(WHOLE),
  ...forwardChecks,
  check(
    'statistics',
    'value',
    'public',
    { en: 'Running statistics after a batch', ko: '배치 하나를 본 뒤의 이동 통계' },
    each([images(3, 16, 16), images(2, 18, 16), images(2, 16, 18, large), images(2, 16, 16, WHOLE, false)], statistics),
    after,
  ),
  ...gradientChecks,
  check('switches', 'value', 'public', { en: 'Switched off', ko: '스위치를 껐을 때' }, ablated, after),
  ...trainingChecks(WHOLE, 0.01, 1.6, 14),
];
