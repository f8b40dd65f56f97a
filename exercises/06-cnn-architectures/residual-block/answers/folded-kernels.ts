import * as tf from '@tensorflow/tfjs-core';

type Affine = { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
type Params = Record<'w1' | 'w2', tf.Tensor4D> & Record<'s1' | 't1' | 's2' | 't2', tf.Tensor1D> & { proj?: Affine };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`residual: ${rule}`);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** Checks one convolution with its scale and shift, and says how many channels it gives. */
function outputsOf(
  names: readonly [string, string, string],
  { w, s, t }: Affine,
  size: number,
  inputs: number,
): number {
  const [wName, sName, tName] = names;
  demand(is(w, 4), TypeError, `${wName} must be float32 of rank 4, got ${w}`);
  demand(is(s, 1), TypeError, `${sName} must be float32 of rank 1, got ${s}`);
  demand(is(t, 1), TypeError, `${tName} must be float32 of rank 1, got ${t}`);
  demand(w.shape[0] === size && w.shape[1] === size, RangeError, `${wName} must be ${size}×${size}, got [${w.shape}]`);
  demand(w.shape[2] === inputs, RangeError, `${wName} must take ${inputs} channels, got ${w.shape[2]}`);
  demand(w.shape[3] > 0, RangeError, `${wName} must give channels, got none`);
  demand(s.size === w.shape[3], RangeError, `${sName} must hold ${w.shape[3]} numbers, got ${s.size}`);
  demand(t.size === w.shape[3], RangeError, `${tName} must hold ${w.shape[3]} numbers, got ${t.size}`);
  return w.shape[3];
}

/** The scale goes into the kernel: (h * w)·s = h * (w·s). */
function convolve(h: tf.Tensor4D, { w, s, t }: Affine, stride: number): tf.Tensor4D {
  const margin = (w.shape[0] - 1) / 2;
  const padded = tf.pad(h, [
    [0, 0],
    [margin, margin],
    [margin, margin],
    [0, 0],
  ]);
  return tf.add(tf.conv2d(padded, tf.mul(w, s) as tf.Tensor4D, stride, 'valid'), t);
}

export function residual(x: tf.Tensor4D, p: Params, stride: number): tf.Tensor4D {
  demand(is(x, 4), TypeError, `x must be float32 of rank 4, got ${x}`);
  demand(x.size > 0, RangeError, `x must hold numbers, got [${x.shape}]`);
  demand(typeof stride === 'number', TypeError, `stride must be a number, got ${stride}`);
  demand(Number.isInteger(stride) && stride > 0, RangeError, `stride must be a positive integer, got ${stride}`);
  const [first, second] = [
    { w: p.w1, s: p.s1, t: p.t1 },
    { w: p.w2, s: p.s2, t: p.t2 },
  ];
  const inputs = x.shape[3];
  const outputs = outputsOf(['w2', 's2', 't2'], second, 3, outputsOf(['w1', 's1', 't1'], first, 3, inputs));
  const needed = stride > 1 || inputs !== outputs;
  demand(!needed || p.proj !== undefined, RangeError, 'proj must be there where the shape changes, got none');
  if (p.proj) {
    const projected = outputsOf(['proj.w', 'proj.s', 'proj.t'], p.proj, 1, inputs);
    demand(projected === outputs, RangeError, `proj.w must give ${outputs} channels, got ${projected}`);
  }
  return tf.tidy(() => {
    const branch = convolve(tf.relu(convolve(x, first, stride)), second, 1);
    return tf.relu(tf.add(branch, p.proj ? convolve(x, p.proj, stride) : x)) as tf.Tensor4D;
  });
}
