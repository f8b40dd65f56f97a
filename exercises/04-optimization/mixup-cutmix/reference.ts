import * as tf from '@tensorflow/tfjs-core';

function requireTensor(fn: string, name: string, value: tf.Tensor, rank: number): void {
  if (!(value instanceof tf.Tensor) || value.rank !== rank || value.dtype !== 'float32') {
    const got = value instanceof tf.Tensor ? `${value.dtype} of rank ${value.rank}` : String(value);
    throw new TypeError(`${fn}: ${name} must be a float32 tensor of rank ${rank}, got ${got}`);
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} must not be empty, got shape [${value.shape}]`);
}

function validate(fn: string, x: tf.Tensor4D, t: tf.Tensor2D, perm: number[], lam: number): void {
  requireTensor(fn, 'x', x, 4);
  requireTensor(fn, 't', t, 2);
  const count = x.shape[0];
  if (t.shape[0] !== count) throw new RangeError(`${fn}: t must have ${count} rows to fit x, got ${t.shape[0]}`);
  if (!Array.isArray(perm)) throw new TypeError(`${fn}: perm must be an array, got ${perm}`);
  const sorted = [...perm].sort((a, b) => a - b);
  if (perm.length !== count || sorted.some((value, i) => value !== i)) {
    throw new RangeError(`${fn}: perm must be a permutation of 0 to ${count - 1}, got [${perm}]`);
  }
  if (!(lam >= 0 && lam <= 1)) throw new RangeError(`${fn}: lam must be in [0, 1], got ${lam}`);
}

/** share·a + (1 − share)·a[perm], along axis 0. */
function blend<T extends tf.Tensor>(a: T, perm: number[], share: number): T {
  return tf.add(tf.mul(a, share), tf.mul(tf.gather(a, tf.tensor1d(perm, 'int32')), 1 - share));
}

/** The box's extent along one axis, cut at the border: [from, to). */
function extent(size: number, side: number, centre: number): [number, number] {
  const clip = (at: number) => Math.min(Math.max(at, 0), size);
  const from = centre - Math.floor(side / 2);
  return [clip(from), clip(from + side)];
}

export function mixup(x: tf.Tensor4D, t: tf.Tensor2D, perm: number[], lam: number): { x: tf.Tensor4D; t: tf.Tensor2D } {
  validate('mixup', x, t, perm, lam);
  return tf.tidy(() => ({ x: blend(x, perm, lam), t: blend(t, perm, lam) }));
}

export function cutmix(
  x: tf.Tensor4D,
  t: tf.Tensor2D,
  perm: number[],
  lam: number,
  cy: number,
  cx: number,
): { x: tf.Tensor4D; t: tf.Tensor2D; lam: number } {
  validate('cutmix', x, t, perm, lam);
  const [, height, width] = x.shape;
  if (!Number.isInteger(cy) || cy < 0 || cy >= height) {
    throw new RangeError(`cutmix: cy must be an integer in [0, ${height}), got ${cy}`);
  }
  if (!Number.isInteger(cx) || cx < 0 || cx >= width) {
    throw new RangeError(`cutmix: cx must be an integer in [0, ${width}), got ${cx}`);
  }
  const root = Math.sqrt(1 - lam);
  const [y0, y1] = extent(height, Math.floor(height * root), cy);
  const [x0, x1] = extent(width, Math.floor(width * root), cx);
  const left = 1 - ((y1 - y0) * (x1 - x0)) / (height * width);
  return tf.tidy(() => {
    const box = Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => [row >= y0 && row < y1 && column >= x0 && column < x1]),
    );
    const partners = tf.gather(x, tf.tensor1d(perm, 'int32'));
    return { x: tf.where(tf.tensor4d([box], undefined, 'bool'), partners, x), t: blend(t, perm, left), lam: left };
  });
}
