import * as tf from '@tensorflow/tfjs-core';

function validate(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): void {
  for (const [name, value] of Object.entries({ dy, x })) {
    const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === 4;
    if (!fits) throw new TypeError(`maxPoolBackward: ${name} must be float32 of rank 4, got ${value}`);
    if (value.shape.includes(0)) throw new RangeError(`maxPoolBackward: ${name} must hold numbers, got ${value.shape}`);
  }
  for (const [name, value] of Object.entries({ k, stride })) {
    if (typeof value !== 'number') throw new TypeError(`maxPoolBackward: ${name} must be a number, got ${value}`);
    if (value % 1 !== 0 || value < 1) throw new RangeError(`maxPoolBackward: ${name} must be a count, got ${value}`);
  }
  const [n, height, width, c] = x.shape;
  if (height < k || width < k) throw new RangeError(`maxPoolBackward: k must fit into x, got ${k}`);
  const due = [n, 1 + Math.floor((height - k) / stride), 1 + Math.floor((width - k) / stride), c];
  if (dy.shape.join() !== due.join()) throw new RangeError(`maxPoolBackward: dy must be [${due}], got ${dy.shape}`);
}

/** Window by window over plain numbers. */
export function maxPoolBackward(dy: tf.Tensor4D, x: tf.Tensor4D, k: number, stride: number): tf.Tensor4D {
  validate(dy, x, k, stride);
  const images = x.arraySync();
  const dx = images.map((image) => image.map((row) => row.map((pixel) => pixel.map(() => 0))));
  for (const [n, image] of dy.arraySync().entries()) {
    for (const [i, row] of image.entries()) {
      for (const [j, pixel] of row.entries()) {
        for (const [c, upstream] of pixel.entries()) {
          let best = { value: Number.NEGATIVE_INFINITY, row: 0, column: 0 };
          for (let r = i * stride; r < i * stride + k; r++) {
            for (let s = j * stride; s < j * stride + k; s++) {
              const value = (images as number[][][][])[n]?.[r]?.[s]?.[c] as number;
              if (value > best.value) best = { value, row: r, column: s };
            }
          }
          const target = (dx as number[][][][])[n]?.[best.row]?.[best.column] as number[];
          target[c] = (target[c] as number) + upstream;
        }
      }
    }
  }
  return tf.tensor4d(dx, x.shape);
}
