import * as tf from '@tensorflow/tfjs-core';
import { convIm2col, gapHead, pool2d, vggBlock } from 'my-layers';

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

/** What a norm does to its maps, channel by channel: times `scale`, plus `shift`. */
interface Affine {
  scale: tf.Tensor1D;
  shift: tf.Tensor1D;
}

/** A norm whose numbers are known beforehand goes into the kernel, and what is left is a VGG block as it was published. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  { stacked, batchNorm, training }: Switches & { training: boolean },
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const next: Tensors = {};
    for (const [name, one] of Object.entries(statistics)) next[name] = tf.clone(one);
    const [w, gamma, beta] = [
      (name: string) => parameters[`${name}.w`] as tf.Tensor4D,
      (name: string) => parameters[`${name}.gamma`] as tf.Tensor1D,
      (name: string) => parameters[`${name}.beta`] as tf.Tensor1D,
    ];
    const affineOf = (name: string, mean: tf.Tensor, variance: tf.Tensor): Affine => {
      const scale = tf.div(gamma(name), tf.sqrt(tf.add(variance, 1e-5))) as tf.Tensor1D;
      return { scale, shift: tf.sub(beta(name), tf.mul(mean, scale)) };
    };
    const known = (name: string): Affine =>
      batchNorm
        ? affineOf(name, statistics[`${name}.mean`] as tf.Tensor, statistics[`${name}.variance`] as tf.Tensor)
        : { scale: gamma(name), shift: beta(name) };
    const folded = (name: string) => {
      const { scale, shift } = known(name);
      return { w: tf.mul(w(name), scale) as tf.Tensor4D, b: shift };
    };
    const convolved = (h: tf.Tensor4D, kernel: tf.Tensor4D) =>
      convIm2col(h, kernel, 1, Math.floor(kernel.shape[0] / 2));

    /** Batch statistics are of what comes out of the convolution. */
    const trained = (h: tf.Tensor4D, name: string): tf.Tensor4D => {
      const maps = convolved(h, w(name));
      const count = maps.size / maps.shape[3];
      const mean = tf.mean(maps, [0, 1, 2]);
      const centred = tf.sub(maps, mean);
      const variance = tf.mean(tf.square(centred), [0, 1, 2]);
      const move = (part: string, seen: tf.Tensor) => {
        const old = statistics[`${name}.${part}`] as tf.Tensor;
        next[`${name}.${part}`] = tf.add(tf.mul(0.9, old), tf.mul(0.1, seen));
      };
      move('mean', mean);
      move('variance', tf.mul(variance, count / (count - 1)));
      const unit = tf.div(centred, tf.sqrt(tf.add(variance, 1e-5)));
      return tf.relu(tf.add(tf.mul(unit, gamma(name)), beta(name))) as tf.Tensor4D;
    };

    let h = x;
    for (const block of [1, 2, 3, 4]) {
      const names = convsOf(block, stacked).map(([name]) => name);
      if (training && batchNorm) {
        h = pool2d(names.reduce(trained, h), 2, 2, 0, 'max');
      } else if (stacked) {
        h = vggBlock(h, names.map(folded));
      } else {
        const { w: kernel, b } = folded(names[0] as string);
        h = pool2d(tf.relu(tf.add(convolved(h, kernel), b)) as tf.Tensor4D, 2, 2, 0, 'max');
      }
    }
    const logits = gapHead(h, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D);
    return { logits, statistics: next };
  });
}
