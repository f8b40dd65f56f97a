import * as tf from '@tensorflow/tfjs-core';

type Layer = Record<'s1' | 't1' | 's2' | 't2', tf.Tensor1D> & Record<'w1' | 'w2', tf.Tensor4D>;

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

/** A float32 tensor of this shape; −1 stands for any extent. */
function check(name: string, value: unknown, shape: readonly number[]): void {
  const fits = value instanceof tf.Tensor && value.dtype === 'float32' && value.rank === shape.length;
  demand(fits, TypeError, `${name} must be float32 of rank ${shape.length}, got ${value}`);
  const found = (value as tf.Tensor).shape;
  demand(!found.includes(0), RangeError, `${name} must hold numbers, got [${found}]`);
  const matches = shape.every((extent, axis) => extent === -1 || extent === found[axis]);
  demand(matches, RangeError, `${name} must be [${shape}], got [${found}]`);
}

/** The maps stay apart in a list, and the 1×1 convolution of their concatenation is the sum over the list. */
export function denseBlock(x: tf.Tensor4D, layers: readonly Layer[]): tf.Tensor4D {
  check('denseBlock: x', x, [-1, -1, -1, -1]);
  demand(layers.length > 0, RangeError, `denseBlock: layers must hold a layer, got ${layers.length}`);
  let seen = x.shape[3];
  layers.forEach(({ s1, t1, w1, s2, t2, w2 }, i) => {
    const name = `denseBlock: layers[${i}]`;
    check(`${name}.s1`, s1, [seen]);
    check(`${name}.t1`, t1, [seen]);
    check(`${name}.w1`, w1, [1, 1, seen, -1]);
    const middle = w1.shape[3];
    check(`${name}.s2`, s2, [middle]);
    check(`${name}.t2`, t2, [middle]);
    check(`${name}.w2`, w2, [3, 3, middle, -1]);
    seen += w2.shape[3];
  });
  return tf.tidy(() => {
    const maps = [x];
    for (const { s1, t1, w1, s2, t2, w2 } of layers) {
      let first = 0;
      const parts = maps.map((map) => {
        const count = map.shape[3];
        const of = (vector: tf.Tensor1D) => tf.slice(vector, [first], [count]);
        const weights = tf.slice(w1, [0, 0, first, 0], [1, 1, count, w1.shape[3]]);
        const active = tf.maximum(tf.add(tf.mul(map, of(s1)), of(t1)), 0) as tf.Tensor4D;
        first += count;
        return tf.conv2d(active, weights, 1, 0);
      });
      const middle = tf.relu(tf.add(tf.mul(tf.addN(parts), s2), t2)) as tf.Tensor4D;
      maps.push(tf.conv2d(middle, w2, 1, 1));
    }
    return tf.concat(maps, 3);
  });
}

/** The pooling comes first: an average and a 1×1 convolution may change places. */
export function transition(x: tf.Tensor4D, s: tf.Tensor1D, t: tf.Tensor1D, w: tf.Tensor4D): tf.Tensor4D {
  check('transition: x', x, [-1, -1, -1, -1]);
  const [batch, height, width, channels] = x.shape;
  demand(height > 1 && width > 1, RangeError, `transition: x must be 2×2 or larger, got [${x.shape}]`);
  check('transition: s', s, [channels]);
  check('transition: t', t, [channels]);
  check('transition: w', w, [1, 1, channels, -1]);
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  return tf.tidy(() => {
    const even = tf.slice(x, [0, 0, 0, 0], [batch, 2 * rows, 2 * columns, channels]);
    const active = tf.maximum(tf.add(tf.mul(even, s), t), 0);
    const averages = tf.mean(tf.reshape(active, [batch * rows, 2, columns, 2, channels]), [1, 3]);
    const mixed = tf.matMul(tf.reshape(averages, [-1, channels]), tf.reshape(w, [channels, -1]) as tf.Tensor2D);
    return tf.reshape(mixed, [batch, rows, columns, w.shape[3]]);
  });
}

/** In closed form: the channels of all layers together are L·c₀ + k·L(L − 1)/2. */
export function denseParams(c0: number, growth: number, layers: number): number {
  const counts = [
    ['c0', c0],
    ['growth', growth],
    ['layers', layers],
  ] as const;
  for (const [name, count] of counts) {
    demand(typeof count === 'number', TypeError, `denseParams: ${name} must be a number, got ${count}`);
    demand(count > 0 && count % 1 === 0, RangeError, `denseParams: ${name} must be a positive integer, got ${count}`);
  }
  const channels = layers * c0 + (growth * layers * (layers - 1)) / 2;
  return channels * (2 + 4 * growth) + layers * (8 * growth + 36 * growth ** 2);
}
