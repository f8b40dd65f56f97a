import { matMul, ones, reshape, Tensor, type Tensor1D, type Tensor2D, tidy, transpose } from '@tensorflow/tfjs-core';

function need(name: string, value: Tensor2D, shape: readonly (number | undefined)[]): void {
  const rank = value instanceof Tensor && value.dtype === 'float32' ? value.rank : -1;
  if (rank !== 2) throw new TypeError(`denseBackward: ${name} must have rank 2, got ${rank}`);
  const wrong = shape.findIndex((extent, axis) => extent !== undefined && extent !== value.shape[axis]);
  if (wrong >= 0) throw new RangeError(`denseBackward: ${name} must have extent ${shape[wrong]}, got ${value.shape}`);
  if (value.size === 0) throw new RangeError(`denseBackward: ${name} must hold numbers, got ${value.shape}`);
}

/** db as a product with a row of ones; explicit transposes. */
export const denseBackward = (dy: Tensor2D, x: Tensor2D, w: Tensor2D) => {
  need('dy', dy, []);
  need('x', x, [dy.shape[0]]);
  need('w', w, [x.shape[1], dy.shape[1]]);
  return tidy(() => ({
    dx: matMul(dy, transpose(w)),
    dw: matMul(transpose(x), dy),
    db: reshape(matMul(ones([1, dy.shape[0]]), dy), [dy.shape[1]]) as Tensor1D,
  }));
};
