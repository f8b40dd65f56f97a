import * as tf from '@tensorflow/tfjs-core';

type Triple = [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
type Layer = { w: tf.Tensor4D; s: tf.Tensor1D; t: tf.Tensor1D };
type Params = { w1: tf.Tensor4D; w2: tf.Tensor4D; w3: tf.Tensor4D; s: Triple; t: Triple; proj?: Layer };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

const is = (value: unknown, rank: number) =>
  value instanceof tf.Tensor && value.dtype === 'float32' && value.shape.length === rank;

/** Checks one convolution with its scale and shift, and says how many channels it gives. */
function outputsOf([wName, sName, tName]: string[], { w, s, t }: Layer, size: number, inputs: number): number {
  demand(is(w, 4), TypeError, `bottleneck: ${wName} must be float32 of rank 4, got ${w}`);
  demand(is(s, 1), TypeError, `bottleneck: ${sName} must be float32 of rank 1, got ${s}`);
  demand(is(t, 1), TypeError, `bottleneck: ${tName} must be float32 of rank 1, got ${t}`);
  const [height, width, taken, given] = w.shape;
  demand(
    height === size && width === size,
    RangeError,
    `bottleneck: ${wName} must be ${size}×${size}, got [${w.shape}]`,
  );
  demand(taken === inputs, RangeError, `bottleneck: ${wName} must take ${inputs} channels, got ${taken}`);
  demand(given > 0, RangeError, `bottleneck: ${wName} must give channels, got none`);
  demand(s.size === given, RangeError, `bottleneck: ${sName} must hold ${given} numbers, got ${s.size}`);
  demand(t.size === given, RangeError, `bottleneck: ${tName} must hold ${given} numbers, got ${t.size}`);
  return given;
}

/** The scale goes into the kernel: (h * w)·s = h * (w·s). */
function convolve(h: tf.Tensor4D, { w, s, t }: Layer, stride: number): tf.Tensor4D {
  const margin = (w.shape[0] - 1) / 2;
  const sides: [number, number] = [margin, margin];
  const padded = tf.pad(h, [[0, 0], sides, sides, [0, 0]]);
  return tf.add(tf.conv2d(padded, tf.mul(w, s) as tf.Tensor4D, stride, 'valid'), t);
}

export function bottleneck(x: tf.Tensor4D, p: Params, stride: number): tf.Tensor4D {
  demand(is(x, 4), TypeError, `bottleneck: x must be float32 of rank 4, got ${x}`);
  demand(x.size > 0, RangeError, `bottleneck: x must hold numbers, got [${x.shape}]`);
  demand(typeof stride === 'number', TypeError, `bottleneck: stride must be a number, got ${stride}`);
  demand(
    Number.isInteger(stride) && stride > 0,
    RangeError,
    `bottleneck: stride must be a positive integer, got ${stride}`,
  );
  const layers: Layer[] = [p.w1, p.w2, p.w3].map((w, i) => ({
    w,
    s: p.s[i] as tf.Tensor1D,
    t: p.t[i] as tf.Tensor1D,
  }));
  const sizes = [1, 3, 1];
  const inputs = x.shape[3];
  const given = layers.reduce(
    (taken, layer, i) => outputsOf([`w${i + 1}`, `s[${i}]`, `t[${i}]`], layer, sizes[i] as number, taken),
    inputs,
  );
  demand(p.w2.shape[3] === p.w2.shape[2], RangeError, `bottleneck: w2 must keep the channels, got [${p.w2.shape}]`);
  demand(
    p.proj !== undefined || (stride === 1 && inputs === given),
    RangeError,
    'bottleneck: proj must be there where the shape changes, got none',
  );
  if (p.proj) {
    const projected = outputsOf(['proj.w', 'proj.s', 'proj.t'], p.proj, 1, inputs);
    demand(projected === given, RangeError, `bottleneck: proj.w must give ${given} channels, got ${projected}`);
  }
  return tf.tidy(() => {
    const branch = layers.reduce((h, layer, i) => convolve(i === 0 ? h : tf.relu(h), layer, i === 1 ? stride : 1), x);
    return tf.relu(tf.add(branch, p.proj ? convolve(x, p.proj, stride) : x)) as tf.Tensor4D;
  });
}

/** A sum over the kernels' shapes. */
export function bottleneckParams(cin: number, width: number, cout: number, proj: boolean): number {
  const counts = [
    ['cin', cin],
    ['width', width],
    ['cout', cout],
  ] as const;
  for (const [name, count] of counts) {
    demand(typeof count === 'number', TypeError, `bottleneckParams: ${name} must be a number, got ${count}`);
    demand(
      count > 0 && count % 1 === 0,
      RangeError,
      `bottleneckParams: ${name} must be a positive integer, got ${count}`,
    );
  }
  demand(proj === true || proj === false, TypeError, `bottleneckParams: proj must be true or false, got ${proj}`);
  demand(proj || cin === cout, RangeError, `bottleneckParams: proj must be there from ${cin} to ${cout}, got ${proj}`);
  const shapes: [number, number, number][] = [
    [1, cin, width],
    [9, width, width],
    [1, width, cout],
  ];
  if (proj) shapes.push([1, cin, cout]);
  return shapes.reduce((total, [taps, inputs, outputs]) => total + (taps * inputs + 2) * outputs, 0);
}
