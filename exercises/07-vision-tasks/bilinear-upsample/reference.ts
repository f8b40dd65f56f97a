import * as tf from '@tensorflow/tfjs-core';

function requireImages(x: tf.Tensor4D): void {
  if (!(x instanceof tf.Tensor) || x.rank !== 4 || x.dtype !== 'float32') {
    const got = x instanceof tf.Tensor ? `${x.dtype} of rank ${x.rank}` : String(x);
    throw new TypeError(`bilinear: x must be a float32 tensor of rank 4, got ${got}`);
  }
  if (x.size === 0) throw new RangeError(`bilinear: x must not be empty, got [${x.shape}]`);
}

function requireSize(name: string, size: number): void {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`bilinear: ${name} must be an integer of at least 1, got ${size}`);
  }
}

/** Row i holds the weights of the source pixels in output pixel i: [out, size]. */
function weights(size: number, out: number): number[][] {
  return Array.from({ length: out }, (_, i) => {
    const source = Math.min(Math.max(((i + 0.5) * size) / out - 0.5, 0), size - 1);
    const low = Math.floor(source);
    const row = Array<number>(size).fill(0);
    row[low] = low + 1 - source;
    if (source > low) row[low + 1] = source - low;
    return row;
  });
}

/** x resized along one axis: the axis goes to the end, is multiplied with the weights, and goes back. */
function resize(x: tf.Tensor4D, axis: 1 | 2, out: number): tf.Tensor4D {
  const size = x.shape[axis];
  const last = axis === 1 ? [0, 2, 3, 1] : [0, 1, 3, 2];
  const back = axis === 1 ? [0, 3, 1, 2] : [0, 1, 3, 2];
  const moved = tf.transpose(x, last);
  const [n, kept, channels] = moved.shape;
  const flat = tf.matMul(tf.reshape(moved, [-1, size]), tf.tensor2d(weights(size, out), [out, size]), false, true);
  return tf.transpose(tf.reshape(flat, [n, kept, channels, out]), back);
}

/** Y = R·X·Sᵀ for each image and channel of x: [N, H, W, C]. */
export function bilinear(x: tf.Tensor4D, outH: number, outW: number): tf.Tensor4D {
  requireImages(x);
  requireSize('outH', outH);
  requireSize('outW', outW);
  return tf.tidy(() => resize(resize(x, 1, outH), 2, outW));
}
