import * as tf from '@tensorflow/tfjs-core';

type Pair = [number, number];
type Kind = typeof TypeError | typeof RangeError;

function demand(ok: boolean, kind: Kind, rule: string): void {
  if (!ok) throw new kind(`conv2dGeneral: ${rule}`);
}

function demandImages(name: string, value: tf.Tensor): void {
  const kind = value instanceof tf.Tensor ? `${value.dtype} ${value.rank}-D` : typeof value;
  demand(kind === 'float32 4-D', TypeError, `${name} has to be a float32 4-D tensor, got ${kind}`);
  demand(!value.shape.includes(0), RangeError, `${name} has to hold numbers, got [${value.shape}]`);
}

/** `count` entries of an axis of x: [A, L, B], every `step`-th from `from` on: folds `step` into one, keeps the first. */
function every(x: tf.Tensor3D, from: number, step: number, count: number): tf.Tensor {
  const [outer, , inner] = x.shape;
  const band = tf.slice(x, [0, from, 0], [outer, count * step, inner]);
  const folded: tf.Tensor3D = tf.reshape(band, [outer, count, step * inner]);
  return tf.slice(folded, [0, 0, 0], [outer, count, inner]);
}

/** Nothing but slices and reshapes. The stride's worth of zeros at the end only completes the last fold. */
export function conv2dGeneral(
  x: tf.Tensor4D,
  w: tf.Tensor4D,
  options: { stride: Pair; pad: Pair; dilation: Pair },
): tf.Tensor4D {
  demandImages('x', x);
  demandImages('w', w);
  for (const name of ['stride', 'pad', 'dilation'] as const) {
    const pair = options[name];
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((entry) => typeof entry === 'number');
    demand(isPair, TypeError, `${name} has to be a pair of numbers, got ${String(pair)}`);
    for (const entry of pair) {
      demand(Number.isSafeInteger(entry), RangeError, `${name} has to be whole, got ${entry}`);
      demand(entry >= (name === 'pad' ? 0 : 1), RangeError, `${name} is too small, got ${entry}`);
    }
  }
  demand(x.shape[3] === w.shape[2], RangeError, `x has to have ${w.shape[2]} channels, got ${x.shape[3]}`);
  const { stride, pad, dilation } = options;
  const places = [0, 1].map((axis) => {
    const free = (x.shape[axis + 1] as number) + 2 * (pad[axis] as number) - 1;
    const left = free - (dilation[axis] as number) * ((w.shape[axis] as number) - 1);
    return left < 0 ? 0 : 1 + Math.floor(left / (stride[axis] as number));
  }) as Pair;
  demand(Math.min(...places) > 0, RangeError, `w has to fit into the padded image, got [${w.shape}]`);

  const [n, height, width, channels] = x.shape;
  const [kh, kw, , filters] = w.shape;
  const [rows, columns] = places;
  return tf.tidy(() => {
    const bottom = pad[0] + stride[0];
    const right = pad[1] + stride[1];
    const padded = tf.pad(x, [
      [0, 0],
      [pad[0], bottom],
      [pad[1], right],
      [0, 0],
    ]);
    const [tall, wide] = [height + pad[0] + bottom, width + pad[1] + right];
    const images: tf.Tensor3D = tf.reshape(padded, [n, tall, wide * channels]);
    const products: tf.Tensor[] = [];
    for (let u = 0; u < kh; u++) {
      const band: tf.Tensor3D = tf.reshape(every(images, u * dilation[0], stride[0], rows), [n * rows, wide, channels]);
      for (let v = 0; v < kw; v++) {
        const pixels = tf.reshape(every(band, v * dilation[1], stride[1], columns), [-1, channels]);
        products.push(tf.matMul(pixels, tf.reshape(tf.slice(w, [u, v, 0, 0], [1, 1, -1, -1]), [channels, filters])));
      }
    }
    return tf.reshape(tf.addN(products), [n, rows, columns, filters]);
  });
}
