import * as tf from '@tensorflow/tfjs-core';
import { convIm2col, dense, lrn, maxPool, relu } from 'my-layers';

type Tensors = Record<string, tf.Tensor>;
interface Net {
  parameters: Tensors;
  statistics: Tensors;
}
interface Options {
  training: boolean;
  lrn: boolean;
  overlap: boolean;
}

/** Weights in the order in which they are drawn: shape and fan-in. The last axis has a bias each. */
const WEIGHTS: Readonly<Record<string, readonly [readonly number[], number]>> = {
  conv1: [[5, 5, 1, 16], 25],
  conv2: [[3, 3, 16, 32], 144],
  conv3: [[3, 3, 32, 32], 288],
  fc: [[128, 64], 128],
  head: [[64, 10], 64],
};

/** `count` normal numbers of deviation √(2 / fanIn). */
function draw(count: number, fanIn: number, rng: () => number): Float32Array {
  const scale = Math.sqrt(2 / fanIn);
  return Float32Array.from({ length: count }, () => {
    // 1 − u is in (0, 1]: its logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - rng()));
    return scale * radius * Math.cos(2 * Math.PI * rng());
  });
}

/** A start as He has it; 23,210 parameters. */
export function createNet(rng: () => number): Net {
  const parameters: Tensors = {};
  for (const [name, [shape, fanIn]] of Object.entries(WEIGHTS)) {
    const outputs = shape.at(-1) as number;
    const size = shape.reduce((product, length) => product * length, 1);
    parameters[`${name}.w`] = tf.tensor(draw(size, fanIn, rng), [...shape]);
    parameters[`${name}.b`] = tf.zeros([outputs]);
  }
  return { parameters, statistics: {} };
}

/** Logits, [N, 10], of x: [N, 16, 16, 1]. */
export function forward(
  x: tf.Tensor4D,
  { parameters }: Net,
  options: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  const of = <T extends tf.Tensor>(name: string) => parameters[name] as T;
  const logits = tf.tidy(() => {
    const conv = (h: tf.Tensor4D, name: string, stride: number, pad: number): tf.Tensor4D =>
      relu(tf.add(convIm2col(h, of(`${name}.w`), stride, pad), of(`${name}.b`))) as tf.Tensor4D;
    const settle = (h: tf.Tensor4D): tf.Tensor4D => {
      const pooled = options.overlap ? maxPool(h, 3, 2, 1) : maxPool(h, 2, 2, 0);
      return options.lrn ? lrn(pooled) : pooled;
    };
    const first = settle(conv(x, 'conv1', 2, 2));
    const second = settle(conv(first, 'conv2', 1, 1));
    const maps = conv(second, 'conv3', 1, 1);
    const rows = tf.reshape(maps, [x.shape[0], -1]) as tf.Tensor2D;
    const hidden = relu(dense(rows, of('fc.w'), of('fc.b'))) as tf.Tensor2D;
    return dense(hidden, of('head.w'), of('head.b'));
  });
  return { logits, statistics: {} };
}
