import * as tf from '@tensorflow/tfjs-core';

type SmoothLabels = (labels: tf.Tensor1D, K: number, eps: number) => tf.Tensor2D;

/** Mean cross-entropy of the smoothed labels with softmax(z), z: [N, K], and its gradient `dz`: [N, K]. */
export function drive(
  { smoothLabels }: { smoothLabels: SmoothLabels },
  labels: tf.Tensor1D,
  K: number,
  eps: number,
  z: tf.Tensor2D,
): { loss: tf.Tensor; dz: tf.Tensor } {
  const q = smoothLabels(labels, K, eps);
  const lossOf = (logits: tf.Tensor) => tf.neg(tf.mean(tf.sum(tf.mul(q, tf.logSoftmax(logits)), 1))) as tf.Scalar;
  const { value, grad } = tf.valueAndGrad(lossOf)(z);
  return { loss: value, dz: grad };
}
