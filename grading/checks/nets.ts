import { type Forward64, type Tensor64, toTensor64 } from '../central-differences';
import type { TensorData } from '../tensor-data';
import type { Argument, Inputs } from './argument';
import { asReference, callTask, check, constant, outputOf, plainOf, repeat } from './cases';
import type { Check, Plan } from './check';
import { tensorOf } from './errors';

type Tensors = Readonly<Record<string, TensorData>>;

/** What a net learns, and what it keeps count of, by name. */
export interface NetData {
  readonly parameters: Tensors;
  readonly statistics: Tensors;
}

/** Arguments of a net's `forward`: images, the net, whether it is in training and what is switched off. */
export type NetArgs<Options extends Readonly<Record<string, boolean>>> = readonly [
  TensorData,
  { readonly parameters: Tensors; readonly statistics: Tensors },
  Options,
];

/** A net's forward pass in double precision; `seen` is told every number whose sign decides a branch. */
export type NetForward64<Options> = (
  x: Tensor64,
  net: { parameters: Record<string, Tensor64>; statistics: Record<string, Tensor64> },
  options: Options,
  seen?: (decisive: number) => void,
) => Tensor64;

const CLEARANCE = 1e-5;
const doubles = (tensors: Tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, toTensor64(tensor)]));

/** Draws again until nothing that decides a branch is so near to 0 that rounding may turn it. */
export function clearOf<Options extends Readonly<Record<string, boolean>>>(
  inputs: Inputs<NetArgs<Options>>,
  forward: NetForward64<Options>,
): Inputs<NetArgs<Options>> {
  return (random) => {
    for (;;) {
      const args = inputs(random);
      const [x, { parameters, statistics }, options] = args;
      let closest = Number.POSITIVE_INFINITY;
      const net = { parameters: doubles(parameters), statistics: doubles(statistics) };
      forward(toTensor64(x), net, options, (decisive) => {
        closest = Math.min(closest, Math.abs(decisive));
      });
      if (closest > CLEARANCE) return args;
    }
  };
}

/** As central differences take it. */
export const withoutSeen = <Options>(forward: NetForward64<Options>): Forward64 =>
  ((x, net, options) => forward(x as never, net as never, options as never)) as Forward64;

/** `createNet` from two seeds: every parameter and statistic, by name. */
export const startCheck = (parameters: readonly string[], statistics: readonly string[]): Check =>
  check('start', 'value', 'public', { en: 'The start', ko: '초깃값' }, (random) =>
    repeat(2, random, (source, i): Plan => {
      const id = `start ${i}`;
      const all = [
        ...parameters.map((name) => ['parameters', name] as const),
        ...statistics.map((name) => ['statistics', name] as const),
      ];
      return {
        tasks: [callTask(id, 'createNet', [{ $rng: source.integer(1, 1e9) }])],
        expectations: all.map(([kind, name]) => asReference(name, outputOf(id, [kind, name]), 'forward', 4)),
      };
    }),
  );

/** How many numbers a net learns. */
export const countCheck: Check = check(
  'count',
  'value',
  'public',
  { en: 'Number of parameters', ko: '매개변수의 수' },
  () => ({
    tasks: [callTask('count', { driver: 'net-size' }, [{ $rng: 6 }])],
    expectations: [asReference('parameters', plainOf('count', ['parameters']), 'exact', 1)],
  }),
);

/**
 * A few steps of Adam at `lr` on batches of 10 out of 20 images, two of each kind: a net that is put together rightly learns
 * those by heart. From one start in the page, and the median of three on the server.
 *
 * @param most of the mean loss over the last five steps; each exercise's explanation says how it was found.
 */
export function trainingChecks(
  switches: Readonly<Record<string, boolean>>,
  lr: number,
  most: number,
  steps = 10,
): Check[] {
  const training =
    (seeds: number[]): Check['plan'] =>
    () => ({
      tasks: [
        callTask('training', { driver: 'net-training' }, [
          { seeds, steps, images: 20, batch: 10, lr, switches: switches as Argument },
        ]),
      ],
      expectations: [
        {
          expect: 'between',
          label: 'loss at the end',
          actual: plainOf('training', ['median']),
          high: constant(tensorOf([], [most])),
        },
      ],
    });
  const requires = ['values', 'gradient'];
  return [
    check('training', 'training', 'public', { en: 'It learns', ko: '학습이 됨' }, training([1]), { requires }),
    check(
      'training-seeds',
      'training',
      'hidden',
      { en: 'It learns from three starts', ko: '초깃값 세 가지에서 학습이 됨' },
      training([1, 2, 3]),
      { points: 2, requires },
    ),
  ];
}
