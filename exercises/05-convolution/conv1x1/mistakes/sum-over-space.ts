import * as tf from '@tensorflow/tfjs-core';

export function conv1x1(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor4D {
  const [n, height, width, channels] = x.shape;
  const cout = w.shape[1];
  return tf.tidy(() => {
    const pixels: tf.Tensor2D = tf.reshape(tf.mul(tf.onesLike(x), tf.sum(x, [1, 2], true)), [
      n * height * width,
      channels,
    ]);
    return tf.reshape(tf.add(tf.matMul(pixels, w), b), [n, height, width, cout]);
  });
}
