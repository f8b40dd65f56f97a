import * as tf from '@tensorflow/tfjs-core';

function validate(x: tf.Tensor4D, k: number, stride: number, pad: number, mode: string): void {
  if (!(x instanceof tf.Tensor) || x.dtype !== 'float32' || x.shape.length !== 4) {
    throw new TypeError(`pool2d: x must be [N, H, W, C] of float32, got ${x}`);
  }
  if (x.shape.includes(0)) throw new RangeError(`pool2d: x must hold numbers, got ${x.shape}`);
  const counts: [string, number, number][] = [
    ['k', k, 1],
    ['stride', stride, 1],
    ['pad', pad, 0],
  ];
  for (const [name, value, least] of counts) {
    if (typeof value !== 'number') throw new TypeError(`pool2d: ${name} must be a number, got ${value}`);
    if (value % 1 !== 0 || !(value >= least)) throw new RangeError(`pool2d: ${name} must be whole, got ${value}`);
  }
  if (pad > k / 2) throw new RangeError(`pool2d: pad must be at most k/2, got ${pad}`);
  if (!['max', 'avg'].includes(mode)) throw new TypeError(`pool2d: mode must be max or avg, got ${mode}`);
  const side = Math.min(x.shape[1], x.shape[2]) + 2 * pad;
  if (k > side) throw new RangeError(`pool2d: k must be at most ${side}, got ${k}`);
}

/** Rows and columns are repeated so that windows become axes of their own, [N, I, k, J, k, C], which are reduced. */
export function pool2d(x: tf.Tensor4D, k: number, stride: number, pad: number, mode: 'max' | 'avg'): tf.Tensor4D {
  validate(x, k, stride, pad, mode);
  const [n, , , c] = x.shape;
  /** Index of each place of each window, window after window; outside the image it is null. */
  const places = (size: number): (number | null)[] => {
    const count = Math.floor((size + 2 * pad - k) / stride) + 1;
    return Array.from({ length: count * k }, (_, i) => {
      const at = Math.floor(i / k) * stride + (i % k) - pad;
      return at >= 0 && at < size ? at : null;
    });
  };
  const [down, across] = [places(x.shape[1]), places(x.shape[2])];
  return tf.tidy(() => {
    const indices = (list: (number | null)[]) =>
      tf.tensor1d(
        list.map((at) => at ?? 0),
        'int32',
      );
    const inside = (list: (number | null)[]) => tf.tensor1d(list.map((at) => (at === null ? 0 : 1)));
    const mask = tf.mul(tf.reshape(inside(down), [1, down.length, 1, 1]), tf.reshape(inside(across), [-1, 1]));
    const spread = tf.gather(tf.gather(x, indices(down), 1), indices(across), 2);
    const windows = (a: tf.Tensor, images: number, channels: number) =>
      tf.reshape(a, [images, down.length / k, k, across.length / k, k, channels]);
    if (mode === 'max') {
      const lowest = tf.mul(tf.sub(mask, 1), 1e30);
      return tf.max(windows(tf.add(tf.mul(spread, mask), lowest), n, c), [2, 4]) as tf.Tensor4D;
    }
    const total = tf.sum(windows(tf.mul(spread, mask), n, c), [2, 4]);
    return tf.div(total, tf.sum(windows(mask, 1, 1), [2, 4])) as tf.Tensor4D;
  });
}
