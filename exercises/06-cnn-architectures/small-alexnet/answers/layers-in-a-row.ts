import * as tf from '@tensorflow/tfjs-core';
import { convIm2col, dense, pool2d } from 'my-layers';

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

type Layer = (h: tf.Tensor4D) => tf.Tensor4D;

/** 1 where two channels are at most two apart, 0 elsewhere: a matrix product with it sums over neighbours. */
const neighbours = (channels: number): tf.Tensor2D =>
  tf.tensor2d(
    Array.from({ length: channels }, (_, c) =>
      Array.from({ length: channels }, (_, d) => Number(Math.abs(c - d) <= 2)),
    ),
  );

/** LRN by hand: x · exp(−¾ · ln(2 + 1e-4 · Σ x²)). */
const normalize: Layer = (h) => {
  const channels = h.shape[3];
  const squares = tf.reshape(tf.square(h), [-1, channels]) as tf.Tensor2D;
  const sums = tf.reshape(tf.matMul(squares, neighbours(channels)), h.shape);
  return tf.mul(h, tf.exp(tf.mul(-0.75, tf.log(tf.add(2, tf.mul(1e-4, sums))))));
};

/** Layers as functions, one after the other; what is switched off is not in the list. */
export function forward(
  x: tf.Tensor4D,
  { parameters }: Net,
  { lrn, overlap }: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  const logits = tf.tidy(() => {
    const conv =
      (name: string, stride: number): Layer =>
      (h) => {
        const w = parameters[`${name}.w`] as tf.Tensor4D;
        const maps = convIm2col(h, w, stride, Math.floor(w.shape[0] / 2));
        return tf.maximum(tf.add(maps, parameters[`${name}.b`] as tf.Tensor1D), 0);
      };
    const [side, pad] = overlap ? [3, 1] : [2, 0];
    const pool: Layer = (h) => pool2d(h, side, 2, pad, 'max');
    const rest = lrn ? [normalize, pool] : [pool];
    const layers = [conv('conv1', 2), ...rest, conv('conv2', 1), ...rest, conv('conv3', 1)];
    const maps = layers.reduce((h, layer) => layer(h), x);
    const full = (rows: tf.Tensor2D, name: string) =>
      dense(rows, parameters[`${name}.w`] as tf.Tensor2D, parameters[`${name}.b`] as tf.Tensor1D);
    return full(tf.maximum(full(tf.reshape(maps, [-1, 128]), 'fc'), 0), 'head');
  });
  return { logits, statistics: {} };
}
