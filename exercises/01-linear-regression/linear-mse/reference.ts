import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`linearMse: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`linearMse: ${name} must not be empty, got shape [${value.shape}]`);
}

/** (1/N) Σ (ŷ − y)² with ŷ = Xw + b, for x: [N, D], y: [N], w: [D], b: []. */
export function linearMse(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor1D, b: tf.Scalar): tf.Scalar {
  requireTensor('x', x, 2);
  requireTensor('y', y, 1);
  requireTensor('w', w, 1);
  requireTensor('b', b, 0);
  if (y.shape[0] !== x.shape[0]) {
    throw new RangeError(`linearMse: y must have length ${x.shape[0]} to fit x, got ${y.shape[0]}`);
  }
  if (w.shape[0] !== x.shape[1]) {
    throw new RangeError(`linearMse: w must have length ${x.shape[1]} to fit x, got ${w.shape[0]}`);
  }
  return tf.tidy(() => {
    const predictions = tf.add(tf.squeeze(tf.matMul(x, tf.expandDims(w, 1)), [1]), b);
    return tf.mean(tf.square(tf.sub(predictions, y)));
  });
}
