import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { registerGradients } from '../harness/node-gradients';
import { withoutGradient } from './without-gradient';

registerGradients();

const reluBy = (positive: (x: tf.Tensor) => tf.Tensor) =>
  tf.tidy(() => [
    ...tf
      .grad((x) => tf.where(positive(x), x, tf.zerosLike(x)))(tf.tensor1d([-2, 3]))
      .dataSync(),
  ]);

test.each([
  ['greater', tf.greater],
  ['less', tf.less],
  ['notEqual', tf.notEqual],
] as const)('a mask of tf.%s is named', (name, compare) => {
  let message = '';
  try {
    reluBy((x) => compare(x, 0));
  } catch (error) {
    message = String(error);
  }
  expect(withoutGradient(message)).toBe(name);
});

test('masks that the hint offers can be differentiated through', () => {
  expect(reluBy((x) => tf.greaterEqual(x, 0))).toEqual([0, 1]);
  expect(reluBy((x) => tf.cast(tf.step(x), 'bool'))).toEqual([0, 1]);
  expect(withoutGradient('x is not a function')).toBeNull();
});
