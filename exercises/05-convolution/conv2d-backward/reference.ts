import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 4 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`conv2dBackward: ${name} must be a float32 tensor of rank 4, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`conv2dBackward: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireCount(name: string, value: number, low: number): void {
  if (typeof value !== 'number') throw new TypeError(`conv2dBackward: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < low) {
    throw new RangeError(`conv2dBackward: ${name} must be an integer of at least ${low}, got ${value}`);
  }
}

/** Gradients of L through y = x ⋆ w + b, for dy = ∂L/∂y: [N, H', W', O], x: [N, H, W, C] and w: [kh, kw, C, O]. */
export function conv2dBackward(
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  { stride, pad }: { stride: number; pad: number },
): { dx: tf.Tensor4D; dw: tf.Tensor4D; db: tf.Tensor1D } {
  requireTensor('dy', dy);
  requireTensor('x', x);
  requireTensor('w', w);
  requireCount('stride', stride, 1);
  requireCount('pad', pad, 0);
  const [n, height, width, c] = x.shape;
  const [kh, kw, cin, o] = w.shape;
  if (cin !== c) throw new RangeError(`conv2dBackward: w must have ${c} input channels to fit x, got ${cin}`);
  if (kh > height + 2 * pad || kw > width + 2 * pad) {
    throw new RangeError(`conv2dBackward: w must fit into ${height} × ${width} with padding ${pad}, got ${kh} × ${kw}`);
  }
  const rows = Math.floor((height + 2 * pad - kh) / stride) + 1;
  const columns = Math.floor((width + 2 * pad - kw) / stride) + 1;
  if (String(dy.shape) !== String([n, rows, columns, o])) {
    throw new RangeError(`conv2dBackward: dy must have shape [${[n, rows, columns, o]}] of y, got [${dy.shape}]`);
  }
  // The stride − 1 more at the end, which no window sees, make the last block of a tap whole.
  const around: [number, number] = [pad, pad + stride - 1];

  return tf.tidy(() => {
    const padded = tf.pad(x, [[0, 0], around, around, [0, 0]]);
    const upstream: tf.Tensor2D = tf.reshape(dy, [n * rows * columns, o]);
    const dtaps: tf.Tensor2D[] = [];
    let dpadded = tf.zerosLike(padded);
    for (let u = 0; u < kh; u++) {
      for (let v = 0; v < kw; v++) {
        const weights: tf.Tensor2D = tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, c, o]), [c, o]);
        const seen: tf.Tensor2D = tf.reshape(tap(padded, u, v, rows, columns, stride), [n * rows * columns, c]);
        dtaps.push(tf.matMul(seen, upstream, true, false));
        const back: tf.Tensor4D = tf.reshape(tf.matMul(upstream, weights, false, true), [n, rows, columns, c]);
        dpadded = tf.add(dpadded, place(back, u, v, padded.shape, stride));
      }
    }
    return {
      dx: tf.slice(dpadded, [0, pad, pad, 0], x.shape),
      dw: tf.reshape(tf.stack(dtaps), w.shape),
      db: tf.sum(upstream, 0),
    };
  });
}

/** What all windows see at (u, v): every stride-th row and column from there, [N, rows, columns, C]. */
function tap(x: tf.Tensor4D, u: number, v: number, rows: number, columns: number, stride: number): tf.Tensor4D {
  const [n, , , c] = x.shape;
  const blocks = tf.slice(x, [0, u, v, 0], [n, rows * stride, columns * stride, c]);
  const first = tf.slice(tf.reshape(blocks, [n * rows, stride, columns, stride * c]), 0, [n * rows, 1, columns, c]);
  return tf.reshape(first, [n, rows, columns, c]);
}

/** The transpose of `tap`: every stride-th row and column from (u, v) is given, the rest of `shape` is 0. */
function place(
  values: tf.Tensor4D,
  u: number,
  v: number,
  shape: [number, number, number, number],
  stride: number,
): tf.Tensor4D {
  const [n, rows, columns, c] = values.shape;
  const blocks = tf.pad(tf.reshape(values, [n * rows, 1, columns, c]), [
    [0, 0],
    [0, stride - 1],
    [0, 0],
    [0, (stride - 1) * c],
  ]);
  return tf.pad(tf.reshape(blocks, [n, rows * stride, columns * stride, c]), [
    [0, 0],
    [u, shape[1] - u - rows * stride],
    [v, shape[2] - v - columns * stride],
    [0, 0],
  ]);
}
