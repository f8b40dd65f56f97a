import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };
type ConvTranspose = (x: tf.Tensor4D, w: tf.Tensor4D, o: Options) => tf.Tensor4D;

/** ⟨convTranspose(x, w), z⟩. */
export function drive(
  { convTranspose }: { convTranspose: ConvTranspose },
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  o: Options,
  z: tf.Tensor4D,
): tf.Tensor {
  const y = convTranspose(x, w, o);
  const product = tf.tidy(() => tf.sum(tf.mul(y, z)));
  y.dispose();
  return product;
}
