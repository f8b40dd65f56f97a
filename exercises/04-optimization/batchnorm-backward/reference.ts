import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`batchNormBackward: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0)
    throw new RangeError(`batchNormBackward: ${name} must not be empty, got shape [${value.shape}]`);
}

/** Gradients of L through y = γ(x − μ)/√(v + eps) + β, μ and v of this batch, for dy = ∂L/∂y and x: [N, D]. */
export function batchNormBackward(
  dy: tf.Tensor2D,
  x: tf.Tensor2D,
  gamma: tf.Tensor1D,
  eps = 1e-5,
): { dx: tf.Tensor2D; dgamma: tf.Tensor1D; dbeta: tf.Tensor1D } {
  requireTensor('dy', dy, 2);
  requireTensor('x', x, 2);
  requireTensor('gamma', gamma, 1);
  if (String(dy.shape) !== String(x.shape)) {
    throw new RangeError(`batchNormBackward: dy must have shape [${x.shape}] of x, got [${dy.shape}]`);
  }
  const [rows, columns] = x.shape;
  if (gamma.size !== columns) {
    throw new RangeError(`batchNormBackward: gamma must have length ${columns} to fit x, got ${gamma.size}`);
  }
  if (!(eps > 0)) throw new RangeError(`batchNormBackward: eps must be positive, got ${eps}`);

  return tf.tidy(() => {
    const centered = tf.sub(x, tf.mean(x, 0));
    const root = tf.sqrt(tf.add(tf.mean(tf.square(centered), 0), eps));
    const xhat = tf.div(centered, root);
    const dbeta: tf.Tensor1D = tf.sum(dy, 0);
    const dgamma: tf.Tensor1D = tf.sum(tf.mul(dy, xhat), 0);
    const paths = tf.sub(tf.sub(tf.mul(rows, dy), dbeta), tf.mul(xhat, dgamma));
    const dx: tf.Tensor2D = tf.mul(tf.div(gamma, tf.mul(rows, root)), paths);
    return { dx, dgamma, dbeta };
  });
}
