import * as tf from '@tensorflow/tfjs-core';

/** Below every logit that is a number. */
const LOWEST = -3e38;

/** Column by column, an [N] for each class. */
export function logSumExp(z: tf.Tensor2D): tf.Tensor1D {
  if (!(z instanceof tf.Tensor) || z.shape.length !== 2 || z.dtype !== 'float32') {
    throw new TypeError(`logSumExp: z has to be a matrix of float32, got ${z}`);
  }
  const [rows, classes] = z.shape;
  if (rows === 0 || classes === 0) throw new RangeError(`logSumExp: z has no elements, got [${z.shape}]`);
  return tf.tidy(() => {
    const columns = Array.from({ length: classes }, (_, k) => tf.reshape(tf.slice(z, [0, k], [rows, 1]), [rows]));
    const largest = columns.reduce((most, column) => tf.maximum(most, column), tf.fill([rows], LOWEST));
    const total = tf.addN(columns.map((column) => tf.exp(tf.sub(column, largest))));
    return tf.add(largest, tf.log(total)) as tf.Tensor1D;
  });
}
