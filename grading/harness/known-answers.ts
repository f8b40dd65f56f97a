import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Tf } from './events';

const IMAGE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const KERNEL = [1, 0, 0, -1];

function isClose(actual: ArrayLike<number>, expected: readonly number[]): boolean {
  return (
    actual.length === expected.length &&
    expected.every((value, index) => Math.abs((actual[index] ?? NaN) - value) < 1e-3)
  );
}

/**
 * Computes a convolution, a pooling, a matrix product and a gradient whose answers are known. Gives the name of the first
 * wrong answer, or null.
 */
export async function checkKnownAnswers(tf: Tf): Promise<string | null> {
  const tensors = tf.tidy(() => {
    const image = tf.tensor4d(IMAGE, [1, 3, 3, 1]);
    const a = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const b = tf.tensor2d([1, 0, 0, 1, 1, 1], [3, 2]);
    const conv = tf.conv2d(image, tf.tensor4d(KERNEL, [2, 2, 1, 1]), 1, 'valid');
    const pooled = tf.maxPool(image, 2, 1, 'valid');
    const squares = tf.grad((x) => tf.sum(tf.mul(x, x)))(a);
    return [conv, pooled, tf.matMul(a, b), squares];
  });
  const [conv, pooled, product, squares] = await Promise.all(tensors.map((tensor) => tensor.data()));
  for (const tensor of tensors) tensor.dispose();
  const answers: [string, ArrayLike<number> | undefined, readonly number[]][] = [
    ['conv2d', conv, [-4, -4, -4, -4]],
    ['maxPool', pooled, [5, 6, 8, 9]],
    ['matMul', product, [4, 5, 10, 11]],
    ['gradient', squares, [2, 4, 6, 8, 10, 12]],
  ];
  return answers.find(([, actual, expected]) => !actual || !isClose(actual, expected))?.[0] ?? null;
}

/** Launches the kernels that exercises use most, so that they are compiled before the learner waits for them. */
export function launchCommonKernels(tf: Tf): void {
  tf.tidy(() => {
    const image = tf.tensor4d(IMAGE, [1, 3, 3, 1]);
    const kernel = tf.tensor4d(KERNEL, [2, 2, 1, 1]);
    const a = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const b = tf.tensor2d([1, 0, 0, 1, 1, 1], [3, 2]);
    const loss = (x: Tensor, w: Tensor) => {
      const logits = tf.add(tf.matMul(x as Tensor2D, w as Tensor2D), tf.tensor1d([1, 2]));
      const shifted = tf.sub(logits, tf.max(logits, -1, true));
      const exps = tf.exp(shifted);
      return tf.sum(tf.mul(tf.div(exps, tf.sum(exps, -1, true)), tf.relu(logits)));
    };
    tf.grad((x) => tf.sum(tf.maxPool(tf.conv2d(x as typeof image, kernel, 1, 'same'), 2, 1, 'valid')))(image);
    tf.grads(loss)([a, b]);
    tf.mean(a, 0);
    tf.transpose(a);
    tf.log(tf.sqrt(tf.square(a)));
    tf.softmax(a);
    tf.concat([a, a], 0);
    tf.slice(a, [0, 1], [1, 2]);
    tf.where(tf.greaterEqual(a, 3), a, tf.neg(a));
    tf.maximum(a, 2);
    tf.sigmoid(a);
    tf.pad(a, [
      [1, 1],
      [0, 0],
    ]);
  });
}
