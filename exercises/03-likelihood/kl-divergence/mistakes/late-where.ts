import * as tf from '@tensorflow/tfjs-core';

export function klDivergence(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor1D {
  return tf.tidy(() => {
    const terms = tf.mul(p, tf.log(tf.div(p, q)));
    return tf.sum(tf.where(tf.greater(p, 0), terms, tf.zerosLike(p)), 1) as tf.Tensor1D;
  });
}
