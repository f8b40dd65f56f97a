import type * as tf from '@tensorflow/tfjs-core';

type Net = Record<string, tf.Tensor>;
type Data = Record<'x' | 'y', tf.Tensor>;
interface Options {
  lr: number;
  steps: number;
  batch: number;
}
interface Entries {
  makeShapes: (n: number, rng: () => number) => Data;
  trainTinyCnn: (data: Data, init: Net, o: Options, rng: () => number) => { params: Net; losses: number[] };
}

/**
 * Draws n images, and trains.
 *
 * @returns how often each of the two called rng, `shapes` and `training`, and how many numbers are in the result, `parameters`
 */
export function drive(
  { makeShapes, trainTinyCnn }: Entries,
  n: number,
  data: Data,
  init: Net,
  o: Options,
  rng: () => number,
): { shapes: number; training: number; parameters: number } {
  let calls = 0;
  const counting = () => {
    calls += 1;
    return rng();
  };
  makeShapes(n, counting);
  const shapes = calls;
  const { params } = trainTinyCnn(data, init, o, counting);
  const parameters = Object.values(params).reduce((sum, { size }) => sum + size, 0);
  return { shapes, training: calls - shapes, parameters };
}
