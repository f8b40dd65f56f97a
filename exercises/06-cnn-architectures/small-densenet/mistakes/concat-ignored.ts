import * as tf from '@tensorflow/tfjs-core';
import { avgPool, batchNorm, convIm2col, gapHead, relu } from 'my-layers';

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

/** Logits, [N, 10], of x: [N, H, W, 1]; and the statistics after this batch. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  options: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const moved: Tensors = {};
    /** Batch norm, or only its scale and shift, then ReLU. */
    const normRelu = (h: tf.Tensor4D, name: string): tf.Tensor4D => {
      const [gamma, beta] = [parameters[`${name}.gamma`], parameters[`${name}.beta`]] as [tf.Tensor1D, tf.Tensor1D];
      const running = { mean: statistics[`${name}.mean`], variance: statistics[`${name}.variance`] } as {
        mean: tf.Tensor1D;
        variance: tf.Tensor1D;
      };
      const kept = { mean: tf.clone(running.mean), variance: tf.clone(running.variance) };
      const rows = tf.reshape(h, [-1, h.shape[3]]) as tf.Tensor2D;
      const normed = options.batchNorm
        ? batchNorm(rows, gamma, beta, running, { training: options.training })
        : { y: tf.add(tf.mul(rows, gamma), beta) as tf.Tensor2D, running: kept };
      moved[`${name}.mean`] = normed.running.mean;
      moved[`${name}.variance`] = normed.running.variance;
      return tf.reshape(relu(normed.y), h.shape);
    };
    const conv = (h: tf.Tensor4D, name: string, stride: number): tf.Tensor4D => {
      const w = parameters[`${name}.w`] as tf.Tensor4D;
      return convIm2col(h, w, stride, (w.shape[0] - 1) / 2);
    };
    const normReluConv = (h: tf.Tensor4D, name: string): tf.Tensor4D => conv(normRelu(h, name), name, 1);
    const block = (h: tf.Tensor4D, name: string): tf.Tensor4D => {
      let all = h;
      for (const layer of [1, 2, 3]) {
        const added = normReluConv(all, `${name}.layer${layer}`);
        all = tf.concat([all, added], 3);
      }
      return all;
    };
    let h = block(conv(x, 'stem', 4), 'block1');
    h = avgPool(normReluConv(h, 'transition'), 2, 2, 0);
    h = normRelu(block(h, 'block2'), 'head');
    return {
      logits: gapHead(h, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D),
      statistics: moved,
    };
  });
}
