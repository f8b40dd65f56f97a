import * as tf from '@tensorflow/tfjs-core';

type CB = { w: tf.Tensor4D; b: tf.Tensor1D };
type Params = Record<'b1' | 'b3r' | 'b3' | 'b5r' | 'b5' | 'pp', CB>;

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

function validate(x: tf.Tensor4D, p: Params): void {
  demand(is(x, 4), TypeError, `inception: x must be float32 of rank 4, got ${x}`);
  demand(x.size > 0, RangeError, `inception: x must hold numbers, got [${x.shape}]`);
  const channels = x.shape[3];
  for (const name of ['b1', 'b3r', 'b3', 'b5r', 'b5', 'pp'] as const) {
    const { w, b } = p[name];
    demand(is(w, 4), TypeError, `inception: ${name}.w must be float32 of rank 4, got ${w}`);
    demand(is(b, 1), TypeError, `inception: ${name}.b must be float32 of rank 1, got ${b}`);
    const size = name === 'b3' ? 3 : name === 'b5' ? 5 : 1;
    const inputs = size === 1 ? channels : p[name === 'b3' ? 'b3r' : 'b5r'].w.shape[3];
    demand(
      w.shape[0] === size && w.shape[1] === size,
      RangeError,
      `inception: ${name}.w must be ${size}×${size}, got [${w.shape}]`,
    );
    demand(w.shape[2] === inputs, RangeError, `inception: ${name}.w must take ${inputs} channels, got ${w.shape[2]}`);
    demand(
      b.size === w.shape[3] && b.size > 0,
      RangeError,
      `inception: ${name}.b must fit ${name}.w, got [${b.shape}]`,
    );
  }
}

/** The three 1×1 convolutions of x are one, whose channels are dealt out afterwards. */
export function inception(x: tf.Tensor4D, p: Params): tf.Tensor4D {
  validate(x, p);
  const [batch, height, width] = x.shape;
  return tf.tidy(() => {
    const convolve = (h: tf.Tensor4D, w: tf.Tensor4D, b: tf.Tensor1D) =>
      tf.maximum(tf.add(tf.conv2d(h, w, 1, (w.shape[0] - 1) / 2), b), 0) as tf.Tensor4D;
    const pointwise = [p.b1, p.b3r, p.b5r];
    const weights = tf.concat(
      pointwise.map(({ w }) => w),
      3,
    );
    const biases = tf.concat(pointwise.map(({ b }) => b));
    const mixed = convolve(x, weights, biases);
    const [first, second, third] = pointwise.map(({ b }) => b.size) as [number, number, number];
    const part = (from: number, count: number) => tf.slice(mixed, [0, 0, 0, from], [batch, height, width, count]);
    const pooled = tf.pool(x, [3, 3], 'max', 'same', [1, 1], [1, 1]);
    return tf.concat(
      [
        part(0, first),
        convolve(part(first, second), p.b3.w, p.b3.b),
        convolve(part(first + second, third), p.b5.w, p.b5.b),
        convolve(pooled, p.pp.w, p.pp.b),
      ],
      -1,
    );
  });
}

/** A sum over the six kernels' shapes. */
export function inceptionWeights(cin: number, s: number[]): number {
  demand(Array.isArray(s), TypeError, `inceptionWeights: s must be a list, got ${s}`);
  demand(s.length === 6, RangeError, `inceptionWeights: s must name six counts, got ${s.length}`);
  for (const [name, count] of Object.entries({ cin, ...Object.fromEntries(s.map((one, i) => [`s[${i}]`, one])) })) {
    demand(typeof count === 'number', TypeError, `inceptionWeights: ${name} must be a number, got ${count}`);
    demand(
      count > 0 && count % 1 === 0,
      RangeError,
      `inceptionWeights: ${name} must be a positive integer, got ${count}`,
    );
  }
  const [b1 = 0, b3r = 0, b3 = 0, b5r = 0, b5 = 0, pp = 0] = s;
  const kernels: [number, number, number][] = [
    [1, cin, b1],
    [1, cin, b3r],
    [3, b3r, b3],
    [1, cin, b5r],
    [5, b5r, b5],
    [1, cin, pp],
  ];
  return kernels.reduce((total, [size, inputs, outputs]) => total + size ** 2 * inputs * outputs, 0);
}
