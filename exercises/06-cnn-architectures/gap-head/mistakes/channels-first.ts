import * as tf from '@tensorflow/tfjs-core';

/** Reads the numbers of x as [N, C, H, W]. */
export function gapHead(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor2D {
  return tf.tidy(() => {
    const [batch, height, width, channels] = x.shape;
    const maps = tf.reshape(x, [batch, channels, height * width]);
    return tf.add(tf.matMul(tf.mean(maps, 2) as tf.Tensor2D, w), b);
  });
}
