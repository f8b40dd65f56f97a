import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 4 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`convTranspose: ${name} must be a float32 tensor of rank 4, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`convTranspose: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireCount(name: string, value: number, low: number): void {
  if (typeof value !== 'number') throw new TypeError(`convTranspose: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < low) {
    throw new RangeError(`convTranspose: ${name} must be an integer of at least ${low}, got ${value}`);
  }
}

/** Each pixel of x: [N, H, W, Cin] adds its patch of w: [kh, kw, Cout, Cin] to the result. */
export function convTranspose(
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  { stride, pad }: { stride: number; pad: number },
): tf.Tensor4D {
  requireTensor('x', x);
  requireTensor('w', w);
  requireCount('stride', stride, 1);
  requireCount('pad', pad, 0);
  const [n, height, width, cin] = x.shape;
  const [kh, kw, cout, channels] = w.shape;
  if (channels !== cin) throw new RangeError(`convTranspose: w must have ${cin} input channels, got ${channels}`);
  const rows = (height - 1) * stride - 2 * pad + kh;
  const columns = (width - 1) * stride - 2 * pad + kw;
  if (rows < 1 || columns < 1) {
    throw new RangeError(`convTranspose: pad must leave at least one pixel of the result, got ${pad}`);
  }

  return tf.tidy(() => {
    // Every pixel in the upper left corner of a block of zeros, [N, H·s, W·s, Cin].
    const blocks = tf.pad(tf.reshape(x, [n * height, 1, width, cin]), [
      [0, 0],
      [0, stride - 1],
      [0, 0],
      [0, (stride - 1) * cin],
    ]);
    const [tall, wide] = [height * stride, width * stride];
    const pixels: tf.Tensor2D = tf.reshape(blocks, [n * tall * wide, cin]);
    const patches = Array.from({ length: kh * kw }, (_, i) => {
      const [u, v] = [Math.floor(i / kw), i % kw];
      const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [u, v], [1, 1]), [cout, cin]);
      const patch = tf.reshape(tf.matMul(pixels, weights, false, true), [n, tall, wide, cout]);
      return tf.pad(patch, [
        [0, 0],
        [u, kh - 1 - u],
        [v, kw - 1 - v],
        [0, 0],
      ]);
    });
    return tf.slice(tf.addN(patches), [0, pad, pad, 0], [n, rows, columns, cout]) as tf.Tensor4D;
  });
}
