import * as tf from '@tensorflow/tfjs-core';

type Images = tf.Tensor4D;
type Targets = tf.Tensor2D;

function need(ok: boolean, kind: typeof TypeError | typeof RangeError, message: string): void {
  if (!ok) throw new kind(message);
}

function validate(fn: 'mixup' | 'cutmix', x: Images, t: Targets, perm: number[], lam: number): void {
  const float = (value: tf.Tensor, rank: number) =>
    value instanceof tf.Tensor && value.rank === rank && value.dtype === 'float32';
  need(float(x, 4), TypeError, `${fn}: x must be float32 [N, H, W, C], got ${x}`);
  need(float(t, 2), TypeError, `${fn}: t must be float32 [N, K], got ${t}`);
  need(!x.shape.includes(0), RangeError, `${fn}: x must hold numbers, got [${x.shape}]`);
  need(!t.shape.includes(0), RangeError, `${fn}: t must hold numbers, got [${t.shape}]`);
  need(t.shape[0] === x.shape[0], RangeError, `${fn}: t must fit x, got ${t.shape[0]} rows`);
  need(Array.isArray(perm), TypeError, `${fn}: perm must be an array, got ${perm}`);
  const seen = new Set(perm.filter((i) => Number.isInteger(i) && i >= 0 && i < x.shape[0]));
  const fits = seen.size === x.shape[0] && perm.length === x.shape[0];
  need(fits, RangeError, `${fn}: perm must name each example once, got ${perm}`);
  need(lam >= 0 && lam <= 1, RangeError, `${fn}: lam must be in [0, 1], got ${lam}`);
}

/** Partners one example at a time; a moves towards them by a share of the difference. */
const away = <T extends tf.Tensor>(a: T, perm: number[]): T => {
  const one = (i: number) => tf.slice(a, [i], [1]);
  return tf.sub(tf.concat(perm.map(one), 0), a) as T;
};
const towards = <T extends tf.Tensor>(a: T, perm: number[], share: number): T =>
  tf.add(a, tf.mul(away(a, perm), share)) as T;

export function mixup(x: Images, t: Targets, perm: number[], lam: number): { x: Images; t: Targets } {
  validate('mixup', x, t, perm, lam);
  return tf.tidy(() => ({ x: towards(x, perm, 1 - lam), t: towards(t, perm, 1 - lam) }));
}

/** The difference within the box, padded with zeros to the image's size, is added. */
export function cutmix(x: Images, t: Targets, perm: number[], lam: number, cy: number, cx: number) {
  validate('cutmix', x, t, perm, lam);
  const [n, height, width, channels] = x.shape;
  need(Number.isInteger(cy) && cy >= 0 && cy < height, RangeError, `cutmix: cy must be a row, got ${cy}`);
  need(Number.isInteger(cx) && cx >= 0 && cx < width, RangeError, `cutmix: cx must be a column, got ${cx}`);
  const spans = [
    { size: height, centre: cy },
    { size: width, centre: cx },
  ].map(({ size, centre }) => {
    const side = Math.floor(size * Math.sqrt(1 - lam));
    const from = centre - Math.floor(side / 2);
    return { from: Math.max(from, 0), to: Math.min(from + side, size) };
  });
  const [rows, columns] = spans as [(typeof spans)[0], (typeof spans)[0]];
  const [h, w] = [rows.to - rows.from, columns.to - columns.from];
  const share = (h * w) / (height * width);
  return tf.tidy(() => {
    const targets = towards(t, perm, share);
    if (share === 0) return { x: tf.clone(x), t: targets, lam: 1 };
    const box = tf.slice(away(x, perm), [0, rows.from, columns.from, 0], [n, h, w, channels]);
    const padded = tf.pad(box, [
      [0, 0],
      [rows.from, height - rows.to],
      [columns.from, width - columns.to],
      [0, 0],
    ]);
    return { x: tf.add(x, padded) as Images, t: targets, lam: 1 - share };
  });
}
