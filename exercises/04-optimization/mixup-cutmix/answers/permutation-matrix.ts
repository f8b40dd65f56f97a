import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { add, matMul, mul, reshape, sub, Tensor, tensor2d, tensor4d, tidy } from '@tensorflow/tfjs-core';

const isFloat = (value: unknown, rank: number) =>
  value instanceof Tensor && value.dtype === 'float32' && value.shape.length === rank;

function check(fn: string, x: Tensor4D, t: Tensor2D, perm: number[], lam: number): void {
  if (!isFloat(x, 4)) throw new TypeError(`${fn}: x is no float32 tensor of rank 4, got ${x}`);
  if (!isFloat(t, 2)) throw new TypeError(`${fn}: t is no float32 matrix, got ${t}`);
  if (x.size === 0) throw new RangeError(`${fn}: x is empty, got ${x.shape}`);
  if (t.size === 0) throw new RangeError(`${fn}: t is empty, got ${t.shape}`);
  const n = x.shape[0];
  if (t.shape[0] !== n) throw new RangeError(`${fn}: t and x differ in examples, got ${t.shape[0]} and ${n}`);
  if (!Array.isArray(perm)) throw new TypeError(`${fn}: perm is no array, got ${perm}`);
  const all = Array.from({ length: n }, (_, i) => i);
  if (perm.length !== n || !all.every((i) => perm.includes(i))) {
    throw new RangeError(`${fn}: perm is no permutation, got ${perm}`);
  }
  if (!(Math.abs(lam - 0.5) <= 0.5)) throw new RangeError(`${fn}: lam is outside [0, 1], got ${lam}`);
}

/** Partners as a product with a matrix of zeros and ones. */
function partners<T extends Tensor>(a: T, perm: readonly number[]): T {
  const n = perm.length;
  const rows = perm.map((at) => Array.from({ length: n }, (_, i) => (i === at ? 1 : 0)));
  const flat = reshape(a, [n, a.size / n]) as Tensor2D;
  return reshape(matMul(tensor2d(rows, [n, n], 'float32'), flat), a.shape) as T;
}

export const mixup = (x: Tensor4D, t: Tensor2D, perm: number[], lam: number) => {
  check('mixup', x, t, perm, lam);
  const mix = <T extends Tensor>(a: T): T => add(mul(lam, a), mul(1 - lam, partners(a, perm))) as T;
  return tidy(() => ({ x: mix(x), t: mix(t) }));
};

/** The box as a mask of zeros and ones that multiplies. */
export const cutmix = (x: Tensor4D, t: Tensor2D, perm: number[], lam: number, cy: number, cx: number) => {
  check('cutmix', x, t, perm, lam);
  const [, H, W] = x.shape;
  if (!(Number.isInteger(cy) && cy >= 0 && cy < H)) throw new RangeError(`cutmix: cy is not in the image, got ${cy}`);
  if (!(Number.isInteger(cx) && cx >= 0 && cx < W)) throw new RangeError(`cutmix: cx is not in the image, got ${cx}`);
  const side = (size: number) => Math.floor(size * Math.sqrt(1 - lam));
  const inside = (at: number, centre: number, size: number) => {
    const from = centre - Math.floor(side(size) / 2);
    return at >= from && at < from + side(size);
  };
  const pasted: number[] = Array.from({ length: H * W }, (_, i) =>
    inside(Math.floor(i / W), cy, H) && inside(i % W, cx, W) ? 1 : 0,
  );
  const left = 1 - pasted.reduce((sum, one) => sum + one, 0) / (H * W);
  return tidy(() => {
    const box = tensor4d(pasted, [1, H, W, 1]);
    const kept = mul(x, sub(1, box));
    return {
      x: add(kept, mul(partners(x, perm), box)) as Tensor4D,
      t: add(mul(left, t), mul(1 - left, partners(t, perm))) as Tensor2D,
      lam: left,
    };
  });
};
