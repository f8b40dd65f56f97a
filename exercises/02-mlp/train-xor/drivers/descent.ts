import * as tf from '@tensorflow/tfjs-core';

type Net = Record<'w1' | 'b1' | 'w2' | 'b2', tf.Tensor>;
type TrainXor = (init: Net, o: { lr: number; steps: number }) => Net & { losses: number[] };

/**
 * Goes on from where it stopped, a few steps at a time.
 *
 * @returns the last loss of every stretch: `losses`, [stretches], each of which is yielded as it comes
 */
export function* drive(
  { trainXor }: { trainXor: TrainXor },
  init: Net,
  { lr, stretches, steps }: { lr: number; stretches: number; steps: number },
): Generator<number, { losses: number[] }> {
  const losses: number[] = [];
  let net = init;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const { losses: all, w1, b1, w2, b2 } = trainXor(net, { lr, steps });
    if (stretch > 0) tf.dispose(Object.values(net));
    net = { w1, b1, w2, b2 };
    losses.push(all.at(-1) ?? Number.NaN);
    yield losses.at(-1) as number;
  }
  tf.dispose(Object.values(net));
  return { losses };
}
