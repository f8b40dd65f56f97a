import * as tf from '@tensorflow/tfjs-core';
import { avgPool, batchNorm, dense, im2col, relu } from 'my-layers';

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

interface Context extends Net, Options {
  moved: Tensors;
}

/** Batch norm wants rows: pixels are. */
function normRelu(context: Context, h: tf.Tensor4D, name: string): tf.Tensor4D {
  const of = (part: string) => context.parameters[`${name}.${part}`] as tf.Tensor1D;
  const rows: tf.Tensor2D = tf.reshape(h, [h.size / of('gamma').size, of('gamma').size]);
  const mean = context.statistics[`${name}.mean`] as tf.Tensor1D;
  const variance = context.statistics[`${name}.variance`] as tf.Tensor1D;
  let normed: tf.Tensor2D = tf.add(tf.mul(rows, of('gamma')), of('beta'));
  context.moved[`${name}.mean`] = tf.clone(mean);
  context.moved[`${name}.variance`] = tf.clone(variance);
  if (context.batchNorm) {
    const { y, running } = batchNorm(rows, of('gamma'), of('beta'), { mean, variance }, { training: context.training });
    normed = y;
    context.moved[`${name}.mean`] = running.mean;
    context.moved[`${name}.variance`] = running.variance;
  }
  return tf.reshape(relu(normed), h.shape);
}

/** Every window is a row, and a convolution one dense layer over the rows. */
function conv({ parameters }: Context, h: tf.Tensor4D, name: string, stride: number): tf.Tensor4D {
  const w = parameters[`${name}.w`] as tf.Tensor4D;
  const [side, , inputs, outputs] = w.shape;
  const [n, height, width] = h.shape;
  const rows = dense(
    im2col(h, [side, side], stride, Math.floor(side / 2)),
    tf.reshape(w, [side * side * inputs, outputs]),
    tf.zeros([outputs]),
  );
  return tf.reshape(rows, [n, Math.ceil(height / stride), Math.ceil(width / stride), outputs]);
}

/** The transition averages first: a 1×1 convolution does not mind. The head is a mean and a dense layer. */
export function forward(x: tf.Tensor4D, net: Net, options: Options): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const context: Context = { ...net, ...options, moved: {} };
    const kept = options.concat ? 1 : 0;
    let h = conv(context, x, 'stem', 4);
    for (const block of [1, 2]) {
      for (const layer of [1, 2, 3]) {
        const name = `block${block}.layer${layer}`;
        const added = conv(context, normRelu(context, h, name), name, 1);
        h = tf.concat([tf.mul(h, kept) as tf.Tensor4D, added], 3);
      }
      if (block === 1) h = conv(context, avgPool(normRelu(context, h, 'transition'), 2, 2, 0), 'transition', 1);
    }
    const means = tf.mean(normRelu(context, h, 'head'), [1, 2]) as tf.Tensor2D;
    const { 'head.w': w, 'head.b': b } = net.parameters;
    return { logits: dense(means, w as tf.Tensor2D, b as tf.Tensor1D), statistics: context.moved };
  });
}
