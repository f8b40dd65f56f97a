import * as tf from '@tensorflow/tfjs-core';

type GapHead = (x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D) => tf.Tensor2D;

/**
 * The head on weights of full size, made here from two vectors: w[c, o] = rows[c]·columns[o].
 *
 * @returns `y`: the logits; `parameters`: how many numbers w and b hold
 */
export function drive(
  { gapHead }: { gapHead: GapHead },
  x: tf.Tensor4D,
  rows: tf.Tensor1D,
  columns: tf.Tensor1D,
  b: tf.Tensor1D,
) {
  const w = tf.outerProduct(rows, columns);
  return { y: gapHead(x, w, b), parameters: w.size + b.size };
}
