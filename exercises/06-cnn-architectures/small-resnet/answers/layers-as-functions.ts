import * as tf from '@tensorflow/tfjs-core';
import { avgPool, convIm2col, gapHead, maxPool } from 'my-layers';

type Tensors = Record<string, tf.Tensor>;
interface Net {
  parameters: Tensors;
  statistics: Tensors;
}
interface Options {
  training: boolean;
  skip: boolean;
  batchNorm: boolean;
}

/** Kernels in the order in which they are drawn: [side, inputs, outputs]. */
const KERNELS: Readonly<Record<string, readonly [number, number, number]>> = {
  stem: [3, 1, 8],
  'block1.conv1': [3, 8, 8],
  'block1.conv2': [3, 8, 8],
  'block2.conv1': [3, 8, 16],
  'block2.conv2': [3, 16, 16],
  'block2.proj': [1, 8, 16],
  'block3.conv1': [3, 16, 32],
  'block3.conv2': [3, 32, 32],
  'block3.proj': [1, 16, 32],
};
const CLASSES = 10;

/** `count` normal numbers of deviation √(2 / fanIn). */
function draw(count: number, fanIn: number, rng: () => number): Float32Array {
  const scale = Math.sqrt(2 / fanIn);
  return Float32Array.from({ length: count }, () => {
    // 1 − u is in (0, 1]: its logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - rng()));
    return scale * radius * Math.cos(2 * Math.PI * rng());
  });
}

/** A start as He has it; 19,810 parameters. */
export function createNet(rng: () => number): Net {
  const parameters: Tensors = {};
  const statistics: Tensors = {};
  for (const [name, [side, inputs, outputs]] of Object.entries(KERNELS)) {
    const fanIn = side * side * inputs;
    parameters[`${name}.w`] = tf.tensor4d(draw(fanIn * outputs, fanIn, rng), [side, side, inputs, outputs]);
    parameters[`${name}.gamma`] = tf.ones([outputs]);
    parameters[`${name}.beta`] = tf.zeros([outputs]);
    statistics[`${name}.mean`] = tf.zeros([outputs]);
    statistics[`${name}.variance`] = tf.ones([outputs]);
  }
  parameters['head.w'] = tf.tensor2d(draw(32 * CLASSES, 32, rng), [32, CLASSES]);
  parameters['head.b'] = tf.zeros([CLASSES]);
  return { parameters, statistics };
}

type Layer = (h: tf.Tensor4D) => tf.Tensor4D;

/** Layers as functions; a norm of four dimensions, by hand; a projection is a stride of its own and a 1×1 convolution. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  options: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const next: Tensors = Object.fromEntries(Object.entries(statistics).map(([name, one]) => [name, tf.clone(one)]));

    const norm =
      (name: string): Layer =>
      (h) => {
        const gamma = parameters[`${name}.gamma`] as tf.Tensor1D;
        const beta = parameters[`${name}.beta`] as tf.Tensor1D;
        if (!options.batchNorm) return tf.add(tf.mul(h, gamma), beta);
        let mean = statistics[`${name}.mean`] as tf.Tensor;
        let variance = statistics[`${name}.variance`] as tf.Tensor;
        if (options.training) {
          const count = h.size / gamma.size;
          const [oldMean, oldVariance] = [mean, variance];
          mean = tf.mean(h, [0, 1, 2]);
          variance = tf.mean(tf.square(tf.sub(h, mean)), [0, 1, 2]);
          const unbiased = count > 1 ? tf.mul(variance, count / (count - 1)) : variance;
          next[`${name}.mean`] = tf.add(oldMean, tf.mul(0.1, tf.sub(mean, oldMean)));
          next[`${name}.variance`] = tf.add(oldVariance, tf.mul(0.1, tf.sub(unbiased, oldVariance)));
        }
        const scale = tf.div(gamma, tf.sqrt(tf.add(variance, 1e-5)));
        return tf.add(tf.mul(tf.sub(h, mean), scale), beta);
      };
    const conv =
      (name: string, stride: number): Layer =>
      (h) =>
        convIm2col(h, parameters[`${name}.w`] as tf.Tensor4D, stride, name.endsWith('proj') ? 0 : 1);
    const positive: Layer = (h) => tf.maximum(h, 0);
    const chain =
      (...layers: Layer[]): Layer =>
      (h) =>
        layers.reduce((maps, layer) => layer(maps), h);
    const convNorm = (name: string, stride: number): Layer => chain(conv(name, stride), norm(name));
    /** A pooling window of one pixel only skips. */
    const skipPixels: Layer = (h) => maxPool(h, 1, 2, 0);

    const block = (name: string, stride: number): Layer => {
      const inner = chain(convNorm(`${name}.conv1`, stride), positive, convNorm(`${name}.conv2`, 1));
      const shortcut: Layer =
        stride === 1 ? (h) => avgPool(h, 1, 1, 0) : chain(skipPixels, convNorm(`${name}.proj`, 1));
      return (h) => positive(options.skip ? tf.add(shortcut(h), inner(h)) : inner(h));
    };
    const maps = chain(convNorm('stem', 2), positive, block('block1', 1), block('block2', 2), block('block3', 2))(x);
    const logits = gapHead(maps, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D);
    return { logits, statistics: next };
  });
}
