import * as tf from '@tensorflow/tfjs-core';
import { batchNorm, dense, im2col, relu } from 'my-layers';

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

interface Context extends Net, Options {
  moved: Tensors;
}

/** Every window is a row, and a convolution one dense layer over the rows; batch norm wants rows as well. */
function convNorm(context: Context, h: tf.Tensor4D, name: string, stride: number): tf.Tensor4D {
  const of = <T extends tf.Tensor>(part: string) => context.parameters[`${name}.${part}`] as T;
  const [side, , inputs, outputs] = of<tf.Tensor4D>('w').shape;
  const pad = Math.floor(side / 2);
  const [n, height, width] = h.shape;
  const rows = dense(
    im2col(h, [side, side], stride, pad),
    tf.reshape(of('w'), [side * side * inputs, outputs]),
    tf.zeros([outputs]),
  );
  const mean = context.statistics[`${name}.mean`] as tf.Tensor1D;
  const variance = context.statistics[`${name}.variance`] as tf.Tensor1D;
  let normed = tf.add(tf.mul(rows, of('gamma')), of('beta'));
  context.moved[`${name}.mean`] = tf.clone(mean);
  context.moved[`${name}.variance`] = tf.clone(variance);
  if (context.batchNorm) {
    const { y, running } = batchNorm(rows, of('gamma'), of('beta'), { mean, variance }, { training: context.training });
    normed = y;
    context.moved[`${name}.mean`] = running.mean;
    context.moved[`${name}.variance`] = running.variance;
  }
  return tf.reshape(normed, [n, Math.ceil(height / stride), Math.ceil(width / stride), outputs]);
}

/** The three blocks in a loop; the head is a mean and a dense layer. */
export function forward(x: tf.Tensor4D, net: Net, options: Options): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const context: Context = { ...net, ...options, moved: {} };
    let h = relu(convNorm(context, x, 'stem', 2)) as tf.Tensor4D;
    for (const block of [1, 2, 3]) {
      const stride = block === 1 ? 1 : 2;
      const first = relu(convNorm(context, h, `block${block}.conv1`, stride)) as tf.Tensor4D;
      const second = convNorm(context, first, `block${block}.conv2`, 1);
      const shortcut = block === 1 ? h : convNorm(context, h, `block${block}.proj`, stride);
      h = relu(options.skip ? tf.add(shortcut, second) : second) as tf.Tensor4D;
    }
    const means = tf.mean(h, [1, 2]) as tf.Tensor2D;
    const { 'head.w': w, 'head.b': b } = net.parameters;
    return { logits: dense(means, w as tf.Tensor2D, b as tf.Tensor1D), statistics: context.moved };
  });
}
