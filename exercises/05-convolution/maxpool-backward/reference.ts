import * as tf from '@tensorflow/tfjs-core';

function requireTensor(name: string, value: tf.Tensor): void {
  if (!(value instanceof tf.Tensor) || value.rank !== 4 || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`maxPoolBackward: ${name} must be a float32 tensor of rank 4, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`maxPoolBackward: ${name} must not be empty, got shape [${value.shape}]`);
}

function requireCount(name: string, value: number): void {
  if (typeof value !== 'number') throw new TypeError(`maxPoolBackward: ${name} must be a number, got ${value}`);
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`maxPoolBackward: ${name} must be an integer of at least 1, got ${value}`);
  }
}

/** Gradient of L through y = maxPool(x), for dy = ∂L/∂y: [N, H', W', C] and x: [N, H, W, C]. */
export function maxPoolBackward(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  requireTensor('dy', dy);
  requireTensor('x', x);
  requireCount('k', k);
  requireCount('stride', stride);
  const [n, height, width, c] = x.shape;
  if (k > Math.min(height, width)) {
    throw new RangeError(`maxPoolBackward: k must fit into ${height} × ${width}, got ${k}`);
  }
  const rows = Math.floor((height - k) / stride) + 1;
  const columns = Math.floor((width - k) / stride) + 1;
  if (String(dy.shape) !== String([n, rows, columns, c])) {
    throw new RangeError(`maxPoolBackward: dy must have shape [${[n, rows, columns, c]}] of y, got [${dy.shape}]`);
  }

  return tf.tidy(() => {
    // stride − 1 more at the end, which no window holds, make the last block of a tap whole.
    const after: [number, number] = [0, stride - 1];
    const padded = tf.pad(x, [[0, 0], after, after, [0, 0]]);
    const places = Array.from({ length: k * k }, (_, i) => [Math.floor(i / k), i % k] as const);
    const taps = places.map(([u, v]) => tap(padded, u, v, rows, columns, stride));
    const y = taps.reduce((a, b) => tf.maximum(a, b));
    let waiting = tf.onesLike(dy);
    let dpadded = tf.zerosLike(padded);
    for (const [i, [u, v]] of places.entries()) {
      const first: tf.Tensor4D = tf.mul(waiting, tf.cast(tf.equal(taps[i] as tf.Tensor4D, y), 'float32'));
      waiting = tf.sub(waiting, first);
      dpadded = tf.add(dpadded, place(tf.mul(dy, first), u, v, padded.shape, stride));
    }
    return tf.slice(dpadded, 0, x.shape);
  });
}

/** What all windows hold at (u, v): every stride-th row and column from there, [N, rows, columns, C]. */
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
