import * as tf from '@tensorflow/tfjs-core';

export function vggBlock(x: tf.Tensor4D, convs: readonly { w: tf.Tensor4D; b: tf.Tensor1D }[]): tf.Tensor4D {
  return tf.tidy(() => {
    let h = x;
    for (const { w, b } of convs) h = tf.relu(tf.add(tf.conv2d(h, w, 1, 'same'), b));
    return tf.maxPool(h, 2, 2, 'same');
  });
}
