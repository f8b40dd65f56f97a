import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { noteLaunches, repeatLaunches } from './kernel-launches';
import { KernelLaunchesSchema } from './launch-schema';

const engine = tf.engine() as unknown as { runKernelFunc: unknown };
const original = engine.runKernelFunc;
beforeAll(() => tf.setBackend('cpu'));
afterEach(() => {
  engine.runKernelFunc = original;
});

/** What `work` launches, by the notes. */
function launchesOf(work: () => void) {
  const noted = noteLaunches(tf);
  work();
  engine.runKernelFunc = original;
  return noted();
}

const x = () => tf.tensor2d([1, -2, 3, 4], [2, 2]);

test('a launch is noted with shapes, types and attributes, once however often it happens', () => {
  const launches = launchesOf(() =>
    tf.tidy(() => {
      for (let i = 0; i < 3; i++) tf.matMul(x(), x(), false, true);
      tf.concat([x(), x()], 1);
    }),
  );
  const matrix = { shape: [2, 2], dtype: 'float32' };
  expect(launches).toEqual([
    {
      kernel: 'BatchMatMul',
      inputs: { a: matrix, b: matrix },
      attrs: { transposeA: false, transposeB: true },
    },
    { kernel: 'Concat', inputs: [matrix, matrix], attrs: { axis: 1 } },
  ]);
});

test('the same kernels are launched again on the way back, and nothing is left', () => {
  const launches = launchesOf(() =>
    tf.tidy(() => {
      tf.softmax(tf.relu(x()));
      tf.gather(x(), tf.tensor1d([1, 0], 'int32'));
      tf.slice(x(), [0, 1], [1, 1]);
    }),
  );
  const sent = KernelLaunchesSchema.parse(JSON.parse(JSON.stringify(launches)));
  const before = tf.memory().numTensors;
  const again = launchesOf(() => repeatLaunches(tf, sent));
  expect(again.map(({ kernel }) => kernel)).toEqual(expect.arrayContaining(launches.map(({ kernel }) => kernel)));
  expect(tf.memory().numTensors).toBe(before);
});

test('what cannot be launched is left out', () => {
  const tensor = { shape: [1024, 1024, 8], dtype: 'float32' as const };
  const odd = { kernel: 'NoSuchKernel', inputs: {}, attrs: {} };
  const huge = { kernel: 'Neg', inputs: { x: tensor }, attrs: {} };
  const right = { kernel: 'Neg', inputs: { x: { shape: [2], dtype: 'float32' as const } }, attrs: {} };
  const launches = launchesOf(() => repeatLaunches(tf, [odd, huge, right]));
  expect(launches.filter(({ kernel }) => kernel === 'Neg')).toEqual([right]);
});
