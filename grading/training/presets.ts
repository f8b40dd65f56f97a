import type { Switches } from './trainer';

/** How a net is trained where nobody chooses: in the study, and when the training room opens. */
export const STANDARD = { images: 400, batch: 16, lr: 0.01, steps: 40 } as const;

/** Images that accuracy is measured on. */
export const JUDGED = 100;

/** A net of an exercise: the switches that its `forward` has, all on in the whole net. */
export const NETS: Readonly<Record<string, readonly string[]>> = {
  '06-cnn-architectures/small-alexnet': ['lrn', 'overlap'],
  '06-cnn-architectures/small-vgg': ['stacked', 'batchNorm'],
  '06-cnn-architectures/small-resnet': ['skip', 'batchNorm'],
  '06-cnn-architectures/small-densenet': ['concat', 'batchNorm'],
};

/** The whole net, and the net without each of its parts, by a name such as `without skip`. */
export function ablationsOf(switches: readonly string[]): { name: string; switches: Switches }[] {
  const whole = Object.fromEntries(switches.map((one) => [one, true]));
  return [
    { name: 'whole', switches: whole },
    ...switches.map((one) => ({ name: `without ${one}`, switches: { ...whole, [one]: false } })),
  ];
}
