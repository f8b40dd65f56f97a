import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`conv1x1: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`conv1x1: ${name} must not be empty, got shape [${value.shape}]`);
}

/** Every pixel of x: [N, H, W, C] becomes a row of C numbers, goes through one dense layer, and back to its place. */
export function conv1x1(x: tf.Tensor4D, w: tf.Tensor2D, b: tf.Tensor1D): tf.Tensor4D {
  requireTensor('x', x, 4);
  requireTensor('w', w, 2);
  requireTensor('b', b, 1);
  const [n, height, width, channels] = x.shape;
  const [cin, cout] = w.shape;
  if (cin !== channels) throw new RangeError(`conv1x1: w must have ${channels} rows to fit x, got ${cin}`);
  if (b.shape[0] !== cout) throw new RangeError(`conv1x1: b must have length ${cout} to fit w, got ${b.shape[0]}`);
  return tf.tidy(() => {
    const pixels: tf.Tensor2D = tf.reshape(x, [n * height * width, channels]);
    return tf.reshape(tf.add(tf.matMul(pixels, w), b), [n, height, width, cout]);
  });
}
