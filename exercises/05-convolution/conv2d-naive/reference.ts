import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`conv2d: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`conv2d: ${name} must not be empty, got shape [${value.shape}]`);
}

function validate(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): void {
  requireTensor('x', x, 4);
  requireTensor('w', w, 4);
  requireTensor('b', b, 1);
  const [, height, width, channels] = x.shape;
  const [kh, kw, cin, cout] = w.shape;
  if (cin !== channels) throw new RangeError(`conv2d: w must have ${channels} input channels to fit x, got ${cin}`);
  if (b.shape[0] !== cout) throw new RangeError(`conv2d: b must have length ${cout} to fit w, got ${b.shape[0]}`);
  if (kh > height || kw > width) {
    throw new RangeError(`conv2d: w must be at most ${height}×${width} to fit x, got ${kh}×${kw}`);
  }
}

/** For each of the kh·kw weights per channel, all pixels it meets at once; the products add up. x: [N, H, W, C]. */
export function conv2d(x: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D): tf.Tensor4D {
  validate(x, w, b);
  const [n, height, width, channels] = x.shape;
  const [kh, kw, , cout] = w.shape;
  const [rows, columns] = [height - kh + 1, width - kw + 1];
  return tf.tidy(() => {
    let sum: tf.Tensor = b;
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const pixels = tf.reshape(tf.slice(x, [0, u, v, 0], [n, rows, columns, channels]), [-1, channels]);
        const weights = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, channels, cout]), [channels, cout]);
        sum = tf.add(sum, tf.matMul(pixels, weights));
      }
    }
    return tf.reshape(sum, [n, rows, columns, cout]);
  });
}
