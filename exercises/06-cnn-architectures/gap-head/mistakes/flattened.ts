import * as tf from '@tensorflow/tfjs-core';

/** Without an average, the flattened maps meet the weights of the first position repeated. */
export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  return tf.tidy(() => {
    const [batch, height, width, channels] = x.shape;
    const flat = tf.reshape(x, [batch, height * width * channels]);
    return tf.add(tf.matMul(tf.slice(flat, [0, 0], [batch, channels]), w), b);
  });
}
