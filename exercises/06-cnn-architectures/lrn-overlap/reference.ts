import * as tf from '@tensorflow/tfjs-core';

interface LrnOptions {
  n?: number;
  k?: number;
  alpha?: number;
  beta?: number;
}

function requireTensor(fn: string, name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

/** x / (k + α·Σ x²)^β over windows of n channels, cut at the first and the last; x: [N, H, W, C]. */
export function lrn(x: tf.Tensor4D, { n = 5, k = 2, alpha = 1e-4, beta = 0.75 }: LrnOptions = {}): tf.Tensor4D {
  requireTensor('lrn', 'x', x, 4);
  if (!Number.isInteger(n) || n < 1 || n % 2 === 0) {
    throw new RangeError(`lrn: n must be an odd integer of at least 1, got ${n}`);
  }
  if (!(k > 0)) throw new RangeError(`lrn: k must be positive, got ${k}`);
  if (!(alpha >= 0)) throw new RangeError(`lrn: alpha must not be negative, got ${alpha}`);
  if (!(beta >= 0)) throw new RangeError(`lrn: beta must not be negative, got ${beta}`);
  return tf.tidy(() => {
    const half = (n - 1) / 2;
    const squares = tf.pad(tf.square(x), [
      [0, 0],
      [0, 0],
      [0, 0],
      [half, half],
    ]);
    const shifted = Array.from({ length: n }, (_, offset) => tf.slice(squares, [0, 0, 0, offset], x.shape));
    return tf.div(x, tf.pow(tf.add(tf.mul(tf.addN(shifted), alpha), k), beta));
  });
}

/** Valid convolution → bias → ReLU → LRN → max pooling 3/2; x: [N, H, W, C], w: [kh, kw, C, O]. */
export function alexBlock(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D, stride: number): tf.Tensor4D {
  requireTensor('alexBlock', 'x', x, 4);
  requireTensor('alexBlock', 'w', w, 4);
  requireTensor('alexBlock', 'b', b, 1);
  if (typeof stride !== 'number') throw new TypeError(`alexBlock: stride must be a number, got ${typeof stride}`);
  if (!Number.isInteger(stride) || stride < 1) {
    throw new RangeError(`alexBlock: stride must be an integer of at least 1, got ${stride}`);
  }
  const [, height, width, channels] = x.shape;
  const [kernelHeight, kernelWidth, inputs, outputs] = w.shape;
  if (inputs !== channels) throw new RangeError(`alexBlock: w must take ${channels} channels, got ${inputs}`);
  if (b.size !== outputs) throw new RangeError(`alexBlock: b must have length ${outputs}, got ${b.size}`);
  if (height - kernelHeight < 2 * stride || width - kernelWidth < 2 * stride) {
    throw new RangeError(`alexBlock: x must give the pooling 3 rows and columns, got ${height}×${width}`);
  }
  return tf.tidy(() => {
    const activated = tf.relu(tf.add(tf.conv2d(x, w, stride, 'valid'), b)) as tf.Tensor4D;
    return tf.maxPool(lrn(activated), 3, 2, 'valid');
  });
}
