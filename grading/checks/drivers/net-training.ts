import * as tf from '@tensorflow/tfjs-core';
import {
  disposeState,
  imagesToLearnFrom,
  type NetFunctions,
  readScalar,
  startTraining,
  type TrainingOptions,
  trainStep,
} from '@/grading/training/trainer';

/** Losses of so many last steps are averaged: one batch says little. */
const LAST = 5;

/**
 * Trains a net from each seed for a few steps on the ten-class images.
 *
 * @returns `ends`: for each seed the mean loss of the last five steps, from low to high; `median` of them
 */
export function* drive(
  { createNet, forward }: NetFunctions,
  { seeds, steps, images, ...options }: Omit<TrainingOptions, 'seed'> & { seeds: number[]; steps: number },
): Generator<number, { ends: number[]; median: number }> {
  const net = { createNet, forward };
  const ends: number[] = [];
  for (const [at, seed] of seeds.entries()) {
    const data = imagesToLearnFrom(images);
    let state = startTraining(net, seed, options.switches);
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      const next = trainStep(net, state, data, options);
      state = next.state;
      losses.push(readScalar(next.result.loss));
      tf.dispose([next.result.loss, next.result.accuracy]);
      // The curve is that of the first seed.
      if (at === 0) yield losses.at(-1) as number;
    }
    disposeState(state);
    tf.dispose([data.x, data.y]);
    const last = losses.slice(-LAST);
    ends.push(last.reduce((sum, loss) => sum + loss, 0) / last.length);
  }
  ends.sort((a, b) => a - b);
  return { ends, median: ends[Math.floor(ends.length / 2)] as number };
}
