import type { Inputs } from '@/grading/checks/argument';
import { asReference, callTask, check, each, outputOf } from '@/grading/checks/cases';
import type { Check } from '@/grading/checks/check';
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
import { createRandom, type Random } from '@/grading/random';
import type { TensorData } from '@/grading/tensor-data';
import { forward64, type Options } from './reference64';

type Args = NetArgs<{ readonly [key in keyof Options]: boolean }>;

/** Shape and fan-in of every weight. */
const WEIGHTS = {
  conv1: [[5, 5, 1, 16], 25],
  conv2: [[3, 3, 16, 32], 144],
  conv3: [[3, 3, 32, 32], 288],
  fc: [[128, 64], 128],
  head: [[64, 10], 64],
} as const;
const names = Object.keys(WEIGHTS);

/** A net in the middle of its training: no bias is 0. */
function someNet(random: Random): NetData {
  const parameters: Record<string, TensorData> = {};
  for (const [name, [shape, fanIn]] of Object.entries(WEIGHTS)) {
    parameters[`${name}.w`] = random.normal([...shape], Math.sqrt(2 / fanIn));
    parameters[`${name}.b`] = random.normal([shape.at(-1) as number], 3);
  }
  return { parameters, statistics: {} };
}

const WHOLE = { lrn: true, overlap: true };
/** In public checks it is there once, since equal stretches of what the page loads are compressed. */
const KNOWN = someNet(createRandom(9));
/** Pixels are so large that LRN's small factor of 1e-4 shows. */
const BRIGHT = 20;
const images =
  (
    n: number,
    options: Omit<Options, 'training'> = WHOLE,
    training = true,
    net: (random: Random) => NetData = () => KNOWN,
  ): Inputs<Args> =>
  (random) => [random.normal([n, 16, 16, 1], BRIGHT), net(random), { training, ...options }];
const fresh: Inputs<Args> = (random) => images(random.integer(1, 3), WHOLE, random.next() < 0.5, someNet)(random);

/** Values are about 20: rounding moves them by less than this. */
const clear = (inputs: Inputs<Args>): Inputs<Args> => clearOf(inputs, forward64, 2e-4);

const outputs = [{ label: 'logits', path: ['logits'], shape: ([x]: Args) => [x.shape[0] as number, 10] }];
/** Of every parameter, by its own name. */
const parameterNames = names.flatMap((name) => [`${name}.w`, `${name}.b`]);
const wrtAll = parameterNames.map((name) => ({ name, path: [1, 'parameters', name] }));

const forwardChecks = tensorForward<Args>({
  fn: 'forward',
  outputs,
  shapes: [images(3), images(2, WHOLE, false)],
  values: [images(2), images(3, WHOLE, false), images(5)],
  one: [images(1, WHOLE, false, someNet), images(1, WHOLE, true, someNet)],
  fresh,
  terms: 300,
});
const kit: Gradients<Args> = {
  fn: 'forward',
  outputs,
  wrt: wrtAll,
  values: [clear(images(2)), clear(images(3, WHOLE, false))],
  fresh: clear(fresh),
  // Biases are moved by up to 1e-3, for differences.
  small: clearOf(images(1), forward64, 5e-3),
  stress: [images(1), images(2, { lrn: false, overlap: false })],
  forward64: withoutSeen(forward64),
  terms: 300,
};
const byDifferences = (id: string) => id === 'gradient-differences';
const gradientChecks = [
  ...gradients(kit).filter(({ id }) => !byDifferences(id)),
  ...gradients({ ...kit, wrt: wrtAll.filter(({ name }) => name.endsWith('.b')) }).filter(({ id }) => byDifferences(id)),
];

/** One switch at a time, and both at once. */
const ablated: Check['plan'] = each(
  [
    images(3, { lrn: false, overlap: true }),
    images(2, { lrn: false, overlap: true }, false),
    images(3, { lrn: true, overlap: false }),
    images(2, { lrn: true, overlap: false }, false),
    images(2, { lrn: false, overlap: false }),
  ],
  (args, id) => {
    const off = [...(args[2].lrn ? [] : ['lrn']), ...(args[2].overlap ? [] : ['overlap'])];
    const logits = outputOf(id, ['logits']);
    return {
      tasks: [callTask(id, 'forward', args)],
      expectations: [asReference(`logits without ${off.join(' and ')}`, logits, 'forward', 300)],
    };
  },
);

/** Kits T and G on `forward`, S1–S4 of their own. */
export const checks: Check[] = [
  startCheck(parameterNames, []),
  countCheck,
  ...forwardChecks,
  ...gradientChecks,
  check('switches', 'value', 'public', { en: 'Switched off', ko: '스위치를 껐을 때' }, ablated, {
    requires: ['shape'],
  }),
  ...trainingChecks(WHOLE, 0.01, 1.8, 30),
];
