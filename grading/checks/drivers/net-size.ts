import type * as tf from '@tensorflow/tfjs-core';

/** @returns how many numbers a new net learns: `parameters` */
export function drive(
  { createNet }: { createNet: (rng: () => number) => { parameters: Record<string, tf.Tensor> } },
  rng: () => number,
): { parameters: number } {
  const { parameters } = createNet(rng);
  return { parameters: Object.values(parameters).reduce((sum, { size }) => sum + size, 0) };
}
