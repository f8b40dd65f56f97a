import * as tf from '@tensorflow/tfjs-core';
import { im2col, lrn } from 'my-layers';

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

const dense = (rows: tf.Tensor, w: tf.Tensor, b: tf.Tensor): tf.Tensor2D =>
  tf.add(tf.matMul(rows as tf.Tensor2D, tf.reshape(w, [-1, w.shape.at(-1) as number])), b);

/** After ReLU nothing is below 0, so that zeros around the maps never win: a window is a row of im2col, taps before channels. */
function largest(maps: tf.Tensor4D, side: number): tf.Tensor4D {
  const [n, height, width, channels] = maps.shape;
  const rows = im2col(maps, [side, side], 2, side === 3 ? 1 : 0);
  const windows = tf.reshape(rows, [-1, side * side, channels]);
  return tf.reshape(tf.max(windows, 1), [n, height / 2, width / 2, channels]);
}

/** Every window is a row, of convolutions and of pooling; all layers are dense ones over rows. */
export function forward(x: tf.Tensor4D, net: Net, options: Options): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const of = (name: string) => net.parameters[name] as tf.Tensor;
    const n = x.shape[0];
    let maps = x;
    for (const [name, side, stride] of [
      ['conv1', 5, 2],
      ['conv2', 3, 1],
      ['conv3', 3, 1],
    ] as const) {
      const rows = dense(im2col(maps, [side, side], stride, (side - 1) / 2), of(`${name}.w`), of(`${name}.b`));
      const size = maps.shape[1] / stride;
      maps = tf.reshape(tf.relu(rows), [n, size, size, rows.shape[1]]);
      if (name === 'conv3') break;
      if (options.lrn) maps = lrn(maps);
      maps = largest(maps, options.overlap ? 3 : 2);
    }
    const hidden = tf.relu(dense(tf.reshape(maps, [n, -1]), of('fc.w'), of('fc.b')));
    return { logits: dense(hidden, of('head.w'), of('head.b')), statistics: {} };
  });
}
