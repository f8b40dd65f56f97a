import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { expect, test } from 'vitest';
import { checkKnownAnswers } from './known-answers';

test('a device whose answers are right passes, and nothing of it stays', async () => {
  await tf.setBackend('cpu');
  const before = tf.memory().numTensors;
  expect(await checkKnownAnswers(tf)).toBe(null);
  expect(tf.memory().numTensors).toBe(before);
});

test('one that computes a wrong convolution is named by it', async () => {
  await tf.setBackend('cpu');
  const wrong = { ...tf, conv2d: (...args: Parameters<typeof tf.conv2d>) => tf.add(tf.conv2d(...args), 1) };
  expect(await checkKnownAnswers(wrong as unknown as typeof tf)).toBe('conv2d');
});
