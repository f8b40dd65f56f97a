import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number, dtype: 'int32' | 'float32'): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== dtype) {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`pixelCrossEntropy: ${name} must be a tensor of ${dtype} and rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`pixelCrossEntropy: ${name} must not be empty, got [${value.shape}]`);
}

/** Mean of log Σ exp z − z at the label over the pixels whose label is not `ignore`, for z: [N, H, W, K]. */
export function pixelCrossEntropy(z: tf.Tensor4D, labels: tf.Tensor3D, ignore = 255): tf.Scalar {
  requireTensor('z', z, 4, 'float32');
  requireTensor('labels', labels, 3, 'int32');
  const classes = z.shape[3];
  if (String(labels.shape) !== String(z.shape.slice(0, 3))) {
    throw new RangeError(`pixelCrossEntropy: labels must have shape [${z.shape.slice(0, 3)}], got [${labels.shape}]`);
  }
  const counted = labels.dataSync().filter((label) => label !== ignore);
  const outside = counted.find((label) => label < 0 || label >= classes);
  if (outside !== undefined) {
    throw new RangeError(`pixelCrossEntropy: labels must be below ${classes} or ${ignore}, got ${outside}`);
  }
  return tf.tidy(() => {
    const shifted = tf.sub(z, tf.max(z, 3, true));
    const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 3, true)));
    const isLabel = tf.equal(tf.expandDims(labels, 3), tf.range(0, classes, 1, 'int32'));
    const counts = tf.expandDims(tf.notEqual(labels, ignore), 3);
    const picked = tf.mul(logs, tf.cast(tf.logicalAnd(isLabel, counts), 'float32'));
    return tf.div(tf.sum(picked), -Math.max(counted.length, 1));
  });
}
