import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number, dtype: 'int32' | 'float32'): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== dtype) {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`categoricalLogLik: ${name} must be a tensor of ${dtype} and rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`categoricalLogLik: ${name} must not be empty, got [${value.shape}]`);
}

/** Σ (z at the label − log Σ exp z), for labels: [N] and z: [N, K]. */
export function categoricalLogLik(labels: tf.Tensor1D, z: tf.Tensor2D): tf.Scalar {
  requireTensor('labels', labels, 1, 'int32');
  requireTensor('z', z, 2, 'float32');
  const [rows, classes] = z.shape;
  if (labels.size !== rows) {
    throw new RangeError(`categoricalLogLik: labels must be ${rows}, one per row of z, got ${labels.size}`);
  }
  const outside = labels.dataSync().find((label) => label < 0 || label >= classes);
  if (outside !== undefined) {
    throw new RangeError(`categoricalLogLik: labels must be from 0 to ${classes - 1}, got ${outside}`);
  }
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 1, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
    const isLabel = tf.equal(tf.expandDims(labels, 1), tf.range(0, classes, 1, 'int32'));
    return tf.sum(tf.mul(logs, tf.cast(isLabel, 'float32')));
  });
}
