import * as tf from '@tensorflow/tfjs-core';
import { batchNorm, convIm2col, gapHead, relu } from 'my-layers';

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

/** Logits, [N, 10], of x: [N, H, W, 1]; and the statistics after this batch. */
export function forward(
  x: tf.Tensor4D,
  { parameters, statistics }: Net,
  options: Options,
): { logits: tf.Tensor2D; statistics: Tensors } {
  return tf.tidy(() => {
    const moved: Tensors = {};
    /** Convolution, padded to keep the size at stride 1, then batch norm, or only its scale and shift. */
    const convNorm = (h: tf.Tensor4D, name: string, stride: number): tf.Tensor4D => {
      const w = parameters[`${name}.w`] as tf.Tensor4D;
      const [gamma, beta] = [parameters[`${name}.gamma`], parameters[`${name}.beta`]] as [tf.Tensor1D, tf.Tensor1D];
      const running = { mean: statistics[`${name}.mean`], variance: statistics[`${name}.variance`] } as {
        mean: tf.Tensor1D;
        variance: tf.Tensor1D;
      };
      const maps = convIm2col(h, w, stride, (w.shape[0] - 1) / 2);
      const kept = { mean: tf.clone(running.mean), variance: tf.clone(running.variance) };
      const rows = tf.reshape(maps, [-1, maps.shape[3]]) as tf.Tensor2D;
      const normed = options.batchNorm
        ? batchNorm(rows, gamma, beta, running, { training: options.training })
        : { y: tf.add(tf.mul(rows, gamma), beta), running: kept };
      moved[`${name}.mean`] = normed.running.mean;
      moved[`${name}.variance`] = normed.running.variance;
      return tf.reshape(normed.y, maps.shape);
    };
    const block = (h: tf.Tensor4D, name: string, stride: number): tf.Tensor4D => {
      const inner = convNorm(relu(convNorm(h, `${name}.conv1`, stride)) as tf.Tensor4D, `${name}.conv2`, 1);
      const shortcut = `${name}.proj.w` in parameters ? convNorm(h, `${name}.proj`, stride) : h;
      return (options.skip ? tf.add(relu(inner), shortcut) : relu(inner)) as tf.Tensor4D;
    };
    let h = relu(convNorm(x, 'stem', 2)) as tf.Tensor4D;
    h = block(h, 'block1', 1);
    h = block(h, 'block2', 2);
    h = block(h, 'block3', 2);
    return {
      logits: gapHead(h, parameters['head.w'] as tf.Tensor2D, parameters['head.b'] as tf.Tensor1D),
      statistics: moved,
    };
  });
}
