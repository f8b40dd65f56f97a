import * as tf from '@tensorflow/tfjs-core';

interface DenseLayer {
  s1: tf.Tensor1D;
  t1: tf.Tensor1D;
  w1: tf.Tensor4D;
  s2: tf.Tensor1D;
  t2: tf.Tensor1D;
  w2: tf.Tensor4D;
}

function requireTensor(fn: string, name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireVector(fn: string, name: string, value: tf.Tensor1D, length: number): void {
  requireTensor(fn, name, value, 1);
  if (value.size !== length) throw new RangeError(`${fn}: ${name} must have length ${length}, got ${value.size}`);
}

/** @returns the channels that it gives */
function requireKernel(fn: string, name: string, w: tf.Tensor4D, size: number, inputs: number): number {
  requireTensor(fn, name, w, 4);
  const [height, width, taken, outputs] = w.shape;
  if (height !== size || width !== size || taken !== inputs) {
    throw new RangeError(`${fn}: ${name} must be [${size}, ${size}, ${inputs}, …], got [${w.shape}]`);
  }
  return outputs;
}

/** Batch norm folded into a scale and a shift, then ReLU, then the convolution: "pre-activation". */
function normReluConv(h: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D): tf.Tensor4D {
  const affine: tf.Tensor4D = tf.add(tf.mul(h, s), t);
  return tf.conv2d(tf.relu(affine), w, 1, 'same');
}

/** Every layer sees all maps so far and appends its own after them; x: [N, H, W, C]. */
export function denseBlock(x: tf.Tensor4D, layers: readonly DenseLayer[]): tf.Tensor4D {
  requireTensor('denseBlock', 'x', x, 4);
  if (!(layers.length > 0)) throw new RangeError(`denseBlock: layers must not be empty, got ${layers.length} layers`);
  let channels = x.shape[3];
  for (const [i, { s1, t1, w1, s2, t2, w2 }] of layers.entries()) {
    requireVector('denseBlock', `layers[${i}].s1`, s1, channels);
    requireVector('denseBlock', `layers[${i}].t1`, t1, channels);
    const middle = requireKernel('denseBlock', `layers[${i}].w1`, w1, 1, channels);
    requireVector('denseBlock', `layers[${i}].s2`, s2, middle);
    requireVector('denseBlock', `layers[${i}].t2`, t2, middle);
    channels += requireKernel('denseBlock', `layers[${i}].w2`, w2, 3, middle);
  }
  return tf.tidy(() => {
    let all = x;
    for (const { s1, t1, w1, s2, t2, w2 } of layers) {
      const added = normReluConv(normReluConv(all, s1, t1, w1), s2, t2, w2);
      all = tf.concat([all, added], 3);
    }
    return all;
  });
}

/** Half the size, and as many channels as w gives; x: [N, H, W, C]. */
export function transition(x: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D): tf.Tensor4D {
  requireTensor('transition', 'x', x, 4);
  const [, height, width, channels] = x.shape;
  if (height < 2 || width < 2) {
    throw new RangeError(`transition: x must have at least 2 rows and columns, got ${height}×${width}`);
  }
  requireVector('transition', 's', s, channels);
  requireVector('transition', 't', t, channels);
  requireKernel('transition', 'w', w, 1, channels);
  return tf.tidy(() => tf.avgPool(normReluConv(x, s, t, w), 2, 2, 'valid'));
}

/** Layer by layer: γ and β of both norms, the 1×1 convolution to 4k channels, the 3×3 one to k. */
export function denseParams(c0: number, growth: number, layers: number): number {
  for (const [name, value] of Object.entries({ c0, growth, layers })) {
    if (typeof value !== 'number') throw new TypeError(`denseParams: ${name} must be a number, got ${typeof value}`);
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`denseParams: ${name} must be an integer of at least 1, got ${value}`);
    }
  }
  const middle = 4 * growth;
  let total = 0;
  for (let layer = 0; layer < layers; layer++) {
    const channels = c0 + layer * growth;
    total += 2 * channels + channels * middle + 2 * middle + 9 * middle * growth;
  }
  return total;
}
