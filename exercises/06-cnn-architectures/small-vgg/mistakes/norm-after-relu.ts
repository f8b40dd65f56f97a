import * as tf from '@tensorflow/tfjs-core';
import { batchNorm, convIm2col, gapHead, maxPool, relu } from 'my-layers';

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

/** Logits, [N, 10], of x: [N, H, W, 1]; and the statistics after this batch. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  options: Switches & { training: boolean },
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const moved: Tensors = {};
    /** Convolution that keeps the size, batch norm or only its scale and shift, ReLU. */
    const layer = (h: tf.Tensor4D, name: string): tf.Tensor4D => {
      const w = parameters[`${name}.w`] as tf.Tensor4D;
      const [gamma, beta] = [parameters[`${name}.gamma`], parameters[`${name}.beta`]] as [tf.Tensor1D, tf.Tensor1D];
      const running = { mean: statistics[`${name}.mean`], variance: statistics[`${name}.variance`] } as {
        mean: tf.Tensor1D;
        variance: tf.Tensor1D;
      };
      const maps = relu(convIm2col(h, w, 1, (w.shape[0] - 1) / 2)) as tf.Tensor4D;
      const kept = { mean: tf.clone(running.mean), variance: tf.clone(running.variance) };
      const rows = tf.reshape(maps, [-1, maps.shape[3]]) as tf.Tensor2D;
      const normed = options.batchNorm
        ? batchNorm(rows, gamma, beta, running, { training: options.training })
        : { y: tf.add(tf.mul(rows, gamma), beta), running: kept };
      moved[`${name}.mean`] = normed.running.mean;
      moved[`${name}.variance`] = normed.running.variance;
      return tf.reshape(normed.y, maps.shape);
    };
    let h = x;
    for (const block of [1, 2, 3, 4]) {
      for (const [name] of convsOf(block, options.stacked)) h = layer(h, name);
      h = maxPool(h, 2, 2, 0);
    }
    return {
      logits: gapHead(h, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D),
      statistics: moved,
    };
  });
}
