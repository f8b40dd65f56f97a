import * as tf from '@tensorflow/tfjs-core';

type Options = { stride: number; pad: number };

function validate(dy: tf.Tensor4D, x: tf.Tensor4D, w: tf.Tensor4D, { stride, pad }: Options): void {
  for (const [name, value] of Object.entries({ dy, x, w })) {
    const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.rank === 4;
    if (!fits) throw new TypeError(`conv2dBackward: ${name} must be float32 of rank 4, got ${value}`);
    if (value.shape.includes(0)) throw new RangeError(`conv2dBackward: ${name} must hold numbers, got ${value.shape}`);
  }
  for (const [name, value, least] of [['stride', stride, 1] as const, ['pad', pad, 0] as const]) {
    if (typeof value !== 'number') throw new TypeError(`conv2dBackward: ${name} must be a number, got ${value}`);
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`conv2dBackward: ${name} must be a count, got ${value}`);
    }
  }
  if (x.shape[3] !== w.shape[2]) throw new RangeError(`conv2dBackward: w must fit x, got ${w.shape}`);
  const windows = [0, 1].map((axis) => {
    const room = (x.shape[axis + 1] as number) + 2 * pad - (w.shape[axis] as number);
    if (room < 0) throw new RangeError(`conv2dBackward: w must fit into the image, got ${w.shape}`);
    return Math.floor(room / stride) + 1;
  });
  const due = [x.shape[0], ...windows, w.shape[3]];
  if (due.some((extent, axis) => extent !== dy.shape[axis])) {
    throw new RangeError(`conv2dBackward: dy must have shape [${due}], got ${dy.shape}`);
  }
}

/** im2col by gathering pixels, and back by scattering them: one matrix product for dw, one for dx. */
export function conv2dBackward(dy: tf.Tensor4D, x: tf.Tensor4D, w: tf.Tensor4D, o: Options) {
  validate(dy, x, w, o);
  const [n, height, width, c] = x.shape;
  const [kh, kw, , filters] = w.shape;
  const [, rows, columns] = dy.shape;
  /** The pixel that window (image, i, j) sees at (u, v); one past the last where it is padding. */
  const outside = n * height * width;
  const pixels: number[] = [];
  for (let window = 0; window < n * rows * columns; window++) {
    const image = Math.floor(window / (rows * columns));
    const top = (Math.floor(window / columns) % rows) * o.stride - o.pad;
    const left = (window % columns) * o.stride - o.pad;
    for (let row = top; row < top + kh; row++) {
      for (let column = left; column < left + kw; column++) {
        const isInside = row >= 0 && row < height && column >= 0 && column < width;
        pixels.push(isInside ? (image * height + row) * width + column : outside);
      }
    }
  }
  return tf.tidy(() => {
    const windows = n * rows * columns;
    const index = tf.tensor1d(pixels, 'int32');
    const flat = tf.concat([tf.reshape(x, [outside, c]), tf.zeros([1, c])]);
    const seen: tf.Tensor2D = tf.reshape(tf.gather(flat, index), [windows, kh * kw * c]);
    const upstream: tf.Tensor2D = tf.reshape(dy, [windows, filters]);
    const weights: tf.Tensor2D = tf.reshape(w, [kh * kw * c, filters]);
    const back = tf.reshape(tf.matMul(upstream, weights, false, true), [windows * kh * kw, c]);
    const collected = tf.scatterND(tf.expandDims(index, 1), back, [outside + 1, c]);
    return {
      dx: tf.reshape(tf.slice(collected, 0, [outside, c]), x.shape) as tf.Tensor4D,
      dw: tf.reshape(tf.matMul(seen, upstream, true, false), w.shape) as tf.Tensor4D,
      db: tf.sum(upstream, 0) as tf.Tensor1D,
    };
  });
}
