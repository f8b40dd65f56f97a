import * as tf from '@tensorflow/tfjs-core';

type Pair = [number, number];
interface Options {
  stride: Pair;
  pad: Pair;
  dilation: Pair;
}

function requireTensor(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 4 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`conv2dGeneral: ${name} must be a float32 tensor of rank 4, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`conv2dGeneral: ${name} must not be empty, got shape [${value.shape}]`);
}

function requirePair(name: string, pair: Pair, least: number): void {
  if (!Array.isArray(pair) || pair.length !== 2 || pair.some((value) => typeof value !== 'number')) {
    throw new TypeError(`conv2dGeneral: ${name} must be two numbers, got ${JSON.stringify(pair)}`);
  }
  if (pair.some((value) => !Number.isInteger(value) || value < least)) {
    throw new RangeError(`conv2dGeneral: ${name} must hold integers of at least ${least}, got [${pair}]`);
  }
}

/** Number of places of a kernel of `k` weights along one axis of `extent` pixels. */
function placesOf(extent: number, k: number, stride: number, pad: number, dilation: number): number {
  const padded = extent + 2 * pad;
  const span = dilation * (k - 1) + 1;
  if (span > padded) {
    throw new RangeError(`conv2dGeneral: w must span at most ${padded} pixels of the padded x, got ${span}`);
  }
  return Math.floor((padded - span) / stride) + 1;
}

/** Every `step`-th entry of an axis, `count` of them from `from` on. */
function every(x: tf.Tensor4D, axis: number, from: number, step: number, count: number): tf.Tensor4D {
  const indices = Array.from({ length: count }, (_, i) => from + i * step);
  return tf.gather(x, tf.tensor1d(indices, 'int32'), axis);
}

/** Weight by weight: the pixels that weight [u, v] meets begin at (u·d, v·e) and lie (s, t) apart. x: [N, H, W, C]. */
export function conv2dGeneral(x: tf.Tensor4D, w: tf.Tensor4D, options: Options): tf.Tensor4D {
  requireTensor('x', x);
  requireTensor('w', w);
  requirePair('stride', options.stride, 1);
  requirePair('pad', options.pad, 0);
  requirePair('dilation', options.dilation, 1);
  const [n, height, width, channels] = x.shape;
  const [kh, kw, cin, cout] = w.shape;
  if (cin !== channels) {
    throw new RangeError(`conv2dGeneral: w must have ${channels} input channels to fit x, got ${cin}`);
  }
  const [[s, t], [p, q], [d, e]] = [options.stride, options.pad, options.dilation];
  const [rows, columns] = [placesOf(height, kh, s, p, d), placesOf(width, kw, t, q, e)];
  return tf.tidy(() => {
    const padded = tf.pad(x, [
      [0, 0],
      [p, p],
      [q, q],
      [0, 0],
    ]);
    const products: tf.Tensor2D[] = [];
    for (let u = 0; u < kh; u++) {
      const band = every(padded, 1, u * d, s, rows);
      for (let v = 0; v < kw; v++) {
        const pixels: tf.Tensor2D = tf.reshape(every(band, 2, v * e, t, columns), [-1, channels]);
        const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, channels, cout]), [channels, cout]);
        products.push(tf.matMul(pixels, weights));
      }
    }
    return tf.reshape(tf.addN(products), [n, rows, columns, cout]);
  });
}
