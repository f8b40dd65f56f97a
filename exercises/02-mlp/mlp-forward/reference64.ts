import type { Tensor64 } from '@/grading/central-differences';

const ACTIVATIONS = {
  relu: (value: number) => Math.max(value, 0),
  tanh: Math.tanh,
  identity: (value: number) => value,
};

function dense64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [rows, inner] = x.shape as [number, number];
  const [, columns] = w.shape as [number, number];
  const values = new Float64Array(rows * columns);
  for (let n = 0; n < rows; n++) {
    for (let o = 0; o < columns; o++) {
      let sum = b.values[o] as number;
      for (let i = 0; i < inner; i++) {
        sum += (x.values[n * inner + i] as number) * (w.values[i * columns + o] as number);
      }
      values[n * columns + o] = sum;
    }
  }
  return { shape: [rows, columns], values };
}

/** A multi-layer perceptron in double precision, from the definition. */
export function mlp64(
  x: Tensor64,
  layers: readonly { w: Tensor64; b: Tensor64 }[],
  act: keyof typeof ACTIVATIONS,
): Tensor64 {
  return layers.reduce((h, { w, b }, i) => {
    const affine = dense64(h, w, b);
    const values = i === layers.length - 1 ? affine.values : affine.values.map(ACTIVATIONS[act]);
    return { ...affine, values };
  }, x);
}
