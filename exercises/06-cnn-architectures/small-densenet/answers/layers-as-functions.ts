import * as tf from '@tensorflow/tfjs-core';
import { avgPool, convIm2col, gapHead } from 'my-layers';

type Tensors = Record<string, tf.Tensor>;
interface Net {
  parameters: Tensors;
  statistics: Tensors;
}
interface Options {
  training: boolean;
  concat: boolean;
  batchNorm: boolean;
}

/** Kernels in the order in which they are drawn: [side, inputs, outputs]. Before each but the stem stands a norm. */
const KERNELS: Readonly<Record<string, readonly [number, number, number]>> = {
  stem: [5, 1, 16],
  'block1.layer1': [3, 16, 8],
  'block1.layer2': [3, 24, 8],
  'block1.layer3': [3, 32, 8],
  transition: [1, 40, 20],
  'block2.layer1': [3, 20, 8],
  'block2.layer2': [3, 28, 8],
  'block2.layer3': [3, 36, 8],
};
/** Maps after the second block, and classes. */
const [WIDTH, CLASSES] = [44, 10];

/** `count` normal numbers of deviation √(2 / fanIn). */
function draw(count: number, fanIn: number, rng: () => number): Float32Array {
  const scale = Math.sqrt(2 / fanIn);
  return Float32Array.from({ length: count }, () => {
    // 1 − u is in (0, 1]: its logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - rng()));
    return scale * radius * Math.cos(2 * Math.PI * rng());
  });
}

/** A start as He has it; 13,362 parameters. */
export function createNet(rng: () => number): Net {
  const parameters: Tensors = {};
  const statistics: Tensors = {};
  const startNorm = (name: string, channels: number): void => {
    parameters[`${name}.gamma`] = tf.ones([channels]);
    parameters[`${name}.beta`] = tf.zeros([channels]);
    statistics[`${name}.mean`] = tf.zeros([channels]);
    statistics[`${name}.variance`] = tf.ones([channels]);
  };
  for (const [name, [side, inputs, outputs]] of Object.entries(KERNELS)) {
    const fanIn = side * side * inputs;
    if (name !== 'stem') startNorm(name, inputs);
    parameters[`${name}.w`] = tf.tensor4d(draw(fanIn * outputs, fanIn, rng), [side, side, inputs, outputs]);
  }
  startNorm('head', WIDTH);
  parameters['head.w'] = tf.tensor2d(draw(WIDTH * CLASSES, WIDTH, rng), [WIDTH, CLASSES]);
  parameters['head.b'] = tf.zeros([CLASSES]);
  return { parameters, statistics };
}

type Layer = (h: tf.Tensor4D) => tf.Tensor4D;
/** A batch norm folded into one scale and one shift for each channel. */
type Folded = { s: tf.Tensor1D; t: tf.Tensor1D };

/** Layers as functions; a block keeps a list of all maps; each norm is folded into one scale and one shift. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  options: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const next: Tensors = Object.fromEntries(Object.entries(statistics).map(([name, one]) => [name, tf.clone(one)]));

    const fold = (h: tf.Tensor4D, name: string): Folded => {
      const gamma = parameters[`${name}.gamma`] as tf.Tensor1D;
      const beta = parameters[`${name}.beta`] as tf.Tensor1D;
      if (!options.batchNorm) return { s: gamma, t: beta };
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
      const s: tf.Tensor1D = tf.div(gamma, tf.sqrt(tf.add(variance, 1e-5)));
      return { s, t: tf.sub(beta, tf.mul(mean, s)) };
    };
    const normRelu =
      (name: string): Layer =>
      (h) => {
        const { s, t } = fold(h, name);
        return tf.maximum(tf.add(tf.mul(h, s), t), 0);
      };
    const kernel = (name: string) => parameters[`${name}.w`] as tf.Tensor4D;
    const join = (maps: tf.Tensor4D[]): tf.Tensor4D =>
      maps.length === 1 ? (maps[0] as tf.Tensor4D) : tf.concat(maps, 3);

    const block =
      (name: string): Layer =>
      (h) => {
        let seen: tf.Tensor4D[] = [h];
        for (const layer of ['layer1', 'layer2', 'layer3'].map((one) => `${name}.${one}`)) {
          const added = convIm2col(normRelu(layer)(join(seen)), kernel(layer), 1, 1);
          seen = [...(options.concat ? seen : seen.map((one) => tf.zerosLike(one))), added];
        }
        return join(seen);
      };
    const halved: Layer = (h) => avgPool(convIm2col(normRelu('transition')(h), kernel('transition'), 1, 0), 2, 2, 0);
    const stages: Layer[] = [block('block1'), halved, block('block2'), normRelu('head')];
    const maps = stages.reduce((h, stage) => stage(h), convIm2col(x, kernel('stem'), 4, 2));
    const logits = gapHead(maps, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D);
    return { logits, statistics: next };
  });
}
