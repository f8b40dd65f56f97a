import * as tf from '@tensorflow/tfjs-core';

function requireImages(fn: string, name: string, value: tf.Tensor4D): void {
  const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 4;
  if (!fits) throw new TypeError(`${fn}: ${name} must be float32 of rank 4, got ${value}`);
  if (value.shape.includes(0)) throw new RangeError(`${fn}: ${name} must hold numbers, got ${value.shape}`);
}

function requireWhole(fn: string, counts: [string, number, number][]): void {
  for (const [name, value, least] of counts) {
    if (typeof value !== 'number') throw new TypeError(`${fn}: ${name} must be a number, got ${value}`);
    if (value % 1 !== 0 || !(value >= least)) throw new RangeError(`${fn}: ${name} must be a count, got ${value}`);
  }
}

/** For each place of each window the pixel it sees, −1 in the padding; null when the window does not fit. */
function pixelsOf(height: number, width: number, kh: number, kw: number, stride: number, pad: number) {
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  if (rows < 1 || columns < 1) return null;
  const pixels: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      for (let place = 0; place < kh * kw; place++) {
        const row = i * stride - pad + Math.floor(place / kw);
        const column = j * stride - pad + (place % kw);
        const isInside = row >= 0 && row < height && column >= 0 && column < width;
        pixels.push(isInside ? row * width + column : -1);
      }
    }
  }
  return { rows, columns, pixels };
}

/** Unrolling is linear: a matrix of zeros and ones times the pixels. */
function unroll(x: tf.Tensor4D, pixels: number[], places: number): tf.Tensor2D {
  const [n, height, width, c] = x.shape;
  const selection = tf.buffer([pixels.length, height * width]);
  for (const [at, pixel] of pixels.entries()) if (pixel >= 0) selection.set(1, at, pixel);
  const flat = tf.reshape(tf.transpose(x, [1, 2, 0, 3]), [height * width, n * c]);
  const seen = tf.matMul(selection.toTensor() as tf.Tensor2D, flat as tf.Tensor2D);
  const windows = pixels.length / places;
  return tf.reshape(tf.transpose(tf.reshape(seen, [windows, places, n, c]), [2, 0, 1, 3]), [n * windows, places * c]);
}

export function im2col(x: tf.Tensor4D, k: [number, number], stride: number, pad: number): tf.Tensor2D {
  requireImages('im2col', 'x', x);
  if (!Array.isArray(k)) throw new TypeError(`im2col: k must be an array, got ${k}`);
  if (k.length !== 2) throw new RangeError(`im2col: k must be a pair, got ${k}`);
  requireWhole('im2col', [
    ['k', k[0], 1],
    ['k', k[1], 1],
    ['stride', stride, 1],
    ['pad', pad, 0],
  ]);
  const found = pixelsOf(x.shape[1], x.shape[2], k[0], k[1], stride, pad);
  if (!found) throw new RangeError(`im2col: k must fit into x, got ${k}`);
  return tf.tidy(() => unroll(x, found.pixels, k[0] * k[1]));
}

export function convIm2col(x: tf.Tensor4D, w: tf.Tensor4D, stride: number, pad: number): tf.Tensor4D {
  requireImages('convIm2col', 'x', x);
  requireImages('convIm2col', 'w', w);
  requireWhole('convIm2col', [
    ['stride', stride, 1],
    ['pad', pad, 0],
  ]);
  const [kh, kw, cin, o] = w.shape;
  if (x.shape[3] !== cin) throw new RangeError(`convIm2col: w must fit x, got ${w.shape}`);
  const found = pixelsOf(x.shape[1], x.shape[2], kh, kw, stride, pad);
  if (!found) throw new RangeError(`convIm2col: w must fit into x, got ${w.shape}`);
  return tf.tidy(() => {
    const weights = tf.reshape(w, [kh * kw * cin, o]) as tf.Tensor2D;
    const product = tf.matMul(unroll(x, found.pixels, kh * kw), weights);
    return tf.reshape(product, [x.shape[0], found.rows, found.columns, o]);
  });
}
