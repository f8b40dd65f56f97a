import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };
type Conv2dBackward = (
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  o: Options,
) => { dx: tf.Tensor4D; dw: tf.Tensor4D; db: tf.Tensor1D };

/** ⟨x, dx⟩ and ⟨w, dw⟩. */
export function drive(
  { conv2dBackward }: { conv2dBackward: Conv2dBackward },
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  o: Options,
): { x: tf.Tensor; w: tf.Tensor } {
  const { dx, dw, db } = conv2dBackward(dy, x, w, o);
  const products = tf.tidy(() => ({ x: tf.sum(tf.mul(x, dx)), w: tf.sum(tf.mul(w, dw)) }));
  tf.dispose([dx, dw, db]);
  return products;
}
