import * as tf from '@tensorflow/tfjs-core';

type Net = Record<'w1' | 'b1' | 'w2' | 'b2' | 'w3' | 'b3', tf.Tensor>;
type Data = Record<'x' | 'y', tf.Tensor>;
interface Options {
  lr: number;
  steps: number;
  batch: number;
}
type Train = (data: Data, init: Net, o: Options, rng: () => number) => { params: Net; losses: number[] };

/**
 * Goes on from where it stopped, a few steps at a time, with averages of Adam that start anew.
 *
 * @returns the mean loss of every stretch: `losses`, [stretches], each of which is yielded as it comes
 */
export function* drive(
  { trainTinyCnn }: { trainTinyCnn: Train },
  data: Data,
  init: Net,
  { stretches, ...o }: Options & { stretches: number },
  rng: () => number,
): Generator<number, { losses: number[] }> {
  const means: number[] = [];
  let net = init;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const { params, losses } = trainTinyCnn(data, net, o, rng);
    if (stretch > 0) tf.dispose(Object.values(net));
    net = params;
    means.push(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
    yield means.at(-1) as number;
  }
  tf.dispose(Object.values(net));
  return { losses: means };
}
