import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { afterEach, expect, test, vi } from 'vitest';
import { checkKnownAnswers } from './known-answers';

afterEach(() => vi.restoreAllMocks());

test('a device whose answers are right passes, and nothing of it stays', async () => {
  await tf.setBackend('cpu');
  const before = tf.memory().numTensors;
  expect(await checkKnownAnswers(tf)).toBe(null);
  expect(tf.memory().numTensors).toBe(before);
});

test('a device that gives zeros to who reads at once is named by what it cannot', async () => {
  await tf.setBackend('cpu');
  vi.spyOn(tf.Tensor.prototype, 'dataSync').mockImplementation(function (this: tf.Tensor) {
    return new Float32Array(this.size);
  });
  expect(await checkKnownAnswers(tf)).toBe('dataSync');
});

test('so is one that computes a wrong convolution', async () => {
  await tf.setBackend('cpu');
  const wrong = { ...tf, conv2d: (...args: Parameters<typeof tf.conv2d>) => tf.add(tf.conv2d(...args), 1) };
  expect(await checkKnownAnswers(wrong as unknown as typeof tf)).toBe('conv2d');
});
