import * as tf from '@tensorflow/tfjs-core';

interface Statistics {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
}

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`batchNorm: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
}

/** γ(x − μ)/√(v + eps) + β for x: [N, D], and the running statistics after this batch. */
export function batchNorm(
  x: tf.Tensor2D,
  gamma: tf.Tensor1D,
  beta: tf.Tensor1D,
  running: Statistics,
  { training, momentum = 0.1, eps = 1e-5 }: { training: boolean; momentum?: number; eps?: number },
): { y: tf.Tensor2D; running: Statistics } {
  requireTensor('x', x, 2);
  if (x.size === 0) throw new RangeError(`batchNorm: x must not be empty, got shape [${x.shape}]`);
  const [rows, columns] = x.shape;
  const vectors = { gamma, beta, 'running.mean': running.mean, 'running.variance': running.variance };
  for (const [name, vector] of Object.entries(vectors)) {
    requireTensor(name, vector, 1);
    if (vector.size !== columns) {
      throw new RangeError(`batchNorm: ${name} must have length ${columns} to fit x, got ${vector.size}`);
    }
  }
  if (typeof training !== 'boolean') throw new TypeError(`batchNorm: training must be a boolean, got ${training}`);
  if (!(momentum >= 0 && momentum <= 1)) throw new RangeError(`batchNorm: momentum must be in [0, 1], got ${momentum}`);
  if (!(eps > 0)) throw new RangeError(`batchNorm: eps must be positive, got ${eps}`);

  return tf.tidy(() => {
    const normalized = (centered: tf.Tensor, variance: tf.Tensor): tf.Tensor2D =>
      tf.add(tf.mul(gamma, tf.div(centered, tf.sqrt(tf.add(variance, eps)))), beta);
    if (!training) {
      const copies = { mean: tf.clone(running.mean), variance: tf.clone(running.variance) };
      return { y: normalized(tf.sub(x, running.mean), running.variance), running: copies };
    }
    const mean: tf.Tensor1D = tf.mean(x, 0);
    const centered = tf.sub(x, mean);
    const variance: tf.Tensor1D = tf.mean(tf.square(centered), 0);
    const unbiased = rows > 1 ? tf.mul(variance, rows / (rows - 1)) : variance;
    const moved = (old: tf.Tensor1D, batch: tf.Tensor): tf.Tensor1D =>
      tf.add(tf.mul(1 - momentum, old), tf.mul(momentum, batch));
    return {
      y: normalized(centered, variance),
      running: { mean: moved(running.mean, mean), variance: moved(running.variance, unbiased) },
    };
  });
}
