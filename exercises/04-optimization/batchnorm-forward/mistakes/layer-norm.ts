import * as tf from '@tensorflow/tfjs-core';

type Statistics = { mean: tf.Tensor1D; variance: tf.Tensor1D };

export function batchNorm(
  x: tf.Tensor2D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  running: Statistics,
  { training, momentum = 0.1, eps = 1e-5 }: { training: boolean; momentum?: number; eps?: number },
) {
  return tf.tidy(() => {
    const rows = x.shape[0];
    const batchMean = tf.mean(x, 0);
    const batchVariance = tf.mean(tf.square(tf.sub(x, batchMean)), 0);
    const mean = training ? tf.mean(x, 1, true) : running.mean;
    const variance = training ? tf.mean(tf.square(tf.sub(x, mean)), 1, true) : running.variance;
    const y = tf.add(tf.mul(gamma, tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, eps)))), beta);
    if (!training) return { y, running: { mean: tf.clone(running.mean), variance: tf.clone(running.variance) } };
    const unbiased = tf.mul(batchVariance, rows / Math.max(1, rows - 1));
    return {
      y,
      running: {
        mean: tf.add(tf.mul(1 - momentum, running.mean), tf.mul(momentum, batchMean)),
        variance: tf.add(tf.mul(1 - momentum, running.variance), tf.mul(momentum, unbiased)),
      },
    };
  });
}
