import type { Tensor } from '@tensorflow/tfjs-core';

const SHOWN = 1000;

function nested(values: readonly string[], shape: readonly number[], indent: string): string {
  const [extent, ...inner] = shape;
  if (extent === undefined) return values[0] ?? '';
  const size = extent === 0 ? 0 : values.length / extent;
  const parts = Array.from({ length: extent }, (_, index) =>
    nested(values.slice(index * size, (index + 1) * size), inner, `${indent} `),
  );
  return inner.length === 0 ? `[${parts.join(', ')}]` : `[${parts.join(`,\n${indent} `)}]`;
}

/** A tensor for the console: `Tensor float32 [2, 2]` and its values, when they are few and can be read at once. */
export function formatTensor(tensor: Tensor, readSync: () => ArrayLike<number>): string {
  const heading = `Tensor ${tensor.dtype} [${tensor.shape.join(', ')}]`;
  if (tensor.isDisposed) return `${heading} (disposed)`;
  if (tensor.size > SHOWN) return heading;
  try {
    const values = Array.from(readSync(), (value) => String(Number(value.toPrecision(6))));
    return `${heading}\n${nested(values, tensor.shape, '')}`;
  } catch {
    return heading;
  }
}
