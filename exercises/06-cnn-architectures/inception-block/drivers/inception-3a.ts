import * as tf from '@tensorflow/tfjs-core';

type CB = { w: tf.Tensor4D; b: tf.Tensor1D };
type Inception = (x: tf.Tensor4D, p: Record<'b1' | 'b3r' | 'b3' | 'b5r' | 'b5' | 'pp', CB>) => tf.Tensor4D;

/**
 * Block 3a of GoogLeNet with all of its channels, on a small image of ones: every convolution averages what it sees, and
 * those that end a branch add the given bias. Its weights are too many to be sent.
 *
 * @returns `shape` of the result; `pixel`: the one in row 1 and column 1, [256]
 */
export function drive({ inception }: { inception: Inception }, height: number, width: number, biases: number[]) {
  const conv = (size: number, inputs: number, outputs: number, bias = 0) => ({
    w: tf.fill<tf.Rank.R4>([size, size, inputs, outputs], 1 / (size * size * inputs)),
    b: tf.fill<tf.Rank.R1>([outputs], bias),
  });
  const [b1, b3, b5, pp] = biases;
  const y = inception(tf.ones([1, height, width, 192]), {
    b1: conv(1, 192, 64, b1),
    b3r: conv(1, 192, 96),
    b3: conv(3, 96, 128, b3),
    b5r: conv(1, 192, 16),
    b5: conv(5, 16, 32, b5),
    pp: conv(1, 192, 32, pp),
  });
  return { shape: [...y.shape], pixel: tf.reshape(tf.slice(y, [0, 1, 1, 0], [1, 1, 1, -1]), [-1]) };
}
