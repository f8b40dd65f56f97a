import * as tf from '@tensorflow/tfjs-core';
import { batchNorm, dense, im2col } from 'my-layers';

type Tensors = Record<string, tf.Tensor>;
interface Net {
  parameters: Tensors;
  statistics: Tensors;
}
interface Switches {
  stacked: boolean;
  batchNorm: boolean;
}

/** Channels before the first block and after each. */
const CHANNELS = [1, 4, 8, 16, 32];
const CLASSES = 10;

/** A block's convolutions: [name, side, inputs, outputs]. */
function convsOf(block: number, stacked: boolean): [string, number, number, number][] {
  const [inputs, outputs] = CHANNELS.slice(block - 1, block + 1) as [number, number];
  if (!stacked) return [[`block${block}.conv`, 5, inputs, outputs]];
  return [
    [`block${block}.conv1`, 3, inputs, outputs],
    [`block${block}.conv2`, 3, outputs, outputs],
  ];
}

/** `count` normal numbers of deviation √(2 / fanIn). */
function draw(count: number, fanIn: number, rng: () => number): Float32Array {
  const scale = Math.sqrt(2 / fanIn);
  return Float32Array.from({ length: count }, () => {
    // 1 − u is in (0, 1]: its logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - rng()));
    return scale * radius * Math.cos(2 * Math.PI * rng());
  });
}

/** A start as He has it; 18,894 parameters with stacks of two 3×3 kernels, 17,350 with one of 5×5 each. */
export function createNet(rng: () => number, { stacked }: Switches): Net {
  const parameters: Tensors = {};
  const statistics: Tensors = {};
  for (const block of [1, 2, 3, 4]) {
    for (const [name, side, inputs, outputs] of convsOf(block, stacked)) {
      const fanIn = side * side * inputs;
      parameters[`${name}.w`] = tf.tensor4d(draw(fanIn * outputs, fanIn, rng), [side, side, inputs, outputs]);
      parameters[`${name}.gamma`] = tf.ones([outputs]);
      parameters[`${name}.beta`] = tf.zeros([outputs]);
      statistics[`${name}.mean`] = tf.zeros([outputs]);
      statistics[`${name}.variance`] = tf.ones([outputs]);
    }
  }
  parameters['head.w'] = tf.tensor2d(draw(32 * CLASSES, 32, rng), [32, CLASSES]);
  parameters['head.b'] = tf.zeros([CLASSES]);
  return { parameters, statistics };
}

/** Larger of each two neighbours along an axis; one that has no neighbour is dropped. x: [A, L, B] -> [A, floor(L / 2), B]. */
function largerOfPairs(x: tf.Tensor3D): tf.Tensor3D {
  const [outer, length, inner] = x.shape;
  const pairs = Math.floor(length / 2);
  const even = tf.slice(x, [0, 0, 0], [outer, 2 * pairs, inner]);
  return tf.reshape(tf.max(tf.reshape(even, [outer * pairs, 2, inner]), 1), [outer, pairs, inner]);
}

/** Every window is a row, and a convolution one dense layer over the rows; pooling takes rows of pixels, then pixels. */
export function forward(
  x: tf.Tensor4D,
  net: Net,
  options: Switches & { training: boolean },
): { logits: tf.Tensor2D; statistics: Tensors } {
  const parameter = <T extends tf.Tensor>(name: string) => net.parameters[name] as T;
  return tf.tidy(() => {
    const statistics: Tensors = {};
    let [, height, width] = x.shape;
    let maps: tf.Tensor = x;
    for (const block of [1, 2, 3, 4]) {
      for (const [name, side, inputs, outputs] of convsOf(block, options.stacked)) {
        const kernel = tf.reshape(parameter(`${name}.w`), [side * side * inputs, outputs]) as tf.Tensor2D;
        const windows = im2col(maps as tf.Tensor4D, [side, side], 1, side === 3 ? 1 : 2);
        const rows = dense(windows, kernel, tf.zeros([outputs]));
        const [gamma, beta] = [parameter<tf.Tensor1D>(`${name}.gamma`), parameter<tf.Tensor1D>(`${name}.beta`)];
        const mean = net.statistics[`${name}.mean`] as tf.Tensor1D;
        const variance = net.statistics[`${name}.variance`] as tf.Tensor1D;
        let { y, running } = { y: tf.add(tf.mul(rows, gamma), beta) as tf.Tensor2D, running: { mean, variance } };
        if (options.batchNorm) {
          ({ y, running } = batchNorm(rows, gamma, beta, running, { training: options.training }));
        }
        statistics[`${name}.mean`] = tf.clone(running.mean);
        statistics[`${name}.variance`] = tf.clone(running.variance);
        maps = tf.reshape(tf.maximum(y, 0), [x.shape[0], height, width, outputs]);
      }
      const channels = maps.shape[3] as number;
      const down = largerOfPairs(tf.reshape(maps, [x.shape[0], height, width * channels]));
      height = Math.floor(height / 2);
      const across = largerOfPairs(tf.reshape(down, [x.shape[0] * height, width, channels]));
      width = Math.floor(width / 2);
      maps = tf.reshape(across, [x.shape[0], height, width, channels]);
    }
    const means = tf.mean(maps, [1, 2]) as tf.Tensor2D;
    return { logits: dense(means, parameter('head.w'), parameter('head.b')), statistics };
  });
}
