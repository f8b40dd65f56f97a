import * as tf from '@tensorflow/tfjs-core';

export function conv1x1(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor4D {
  const [n, height, width, channels] = x.shape;
  const cout = w.shape[0];
  return tf.tidy(() => {
    const pixels: tf.Tensor2D = tf.reshape(x, [n * height * width, channels]);
    return tf.reshape(tf.add(tf.matMul(pixels, w, false, true), b), [n, height, width, cout]);
  });
}
