import {
  add,
  avgPool,
  concat,
  conv2d,
  mul,
  relu,
  Tensor,
  type Tensor1D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';

interface Layer {
  s1: Tensor1D;
  t1: Tensor1D;
  w1: Tensor4D;
  s2: Tensor1D;
  t2: Tensor1D;
  w2: Tensor4D;
}

function checkTensor(fn: string, name: string, value: unknown, shape: readonly (number | null)[]): void {
  if (!(value instanceof Tensor)) throw new TypeError(`${fn}: ${name} is no tensor, got ${value}`);
  if (value.rank !== shape.length || value.dtype !== 'float32') {
    throw new TypeError(
      `${fn}: ${name} needs float32 of rank ${shape.length}, got ${value.dtype} of rank ${value.rank}`,
    );
  }
  if (value.size === 0) throw new RangeError(`${fn}: ${name} is empty, got [${value.shape}]`);
  if (shape.some((extent, axis) => extent !== null && extent !== value.shape[axis])) {
    throw new RangeError(`${fn}: ${name} does not fit [${shape}], got [${value.shape}]`);
  }
}

const activated = (h: Tensor4D, s: Tensor1D, t: Tensor1D) => relu(add(mul(h, s), t)) as Tensor4D;

/** The first layer, then the rest of the block on x with what it appends. */
function grow(all: Tensor4D, [first, ...rest]: readonly Layer[]): Tensor4D {
  if (first === undefined) return all;
  const narrow = conv2d(activated(all, first.s1, first.t1), first.w1, [1, 1], 'valid');
  const added = conv2d(activated(narrow, first.s2, first.t2), first.w2, [1, 1], 1);
  return grow(concat([all, added], -1) as Tensor4D, rest);
}

export const denseBlock = (x: Tensor4D, layers: readonly Layer[]): Tensor4D => {
  checkTensor('denseBlock', 'x', x, [null, null, null, null]);
  if (layers.length === 0) throw new RangeError('denseBlock: layers is empty, got no layer');
  let channels = x.shape[3];
  for (let i = 0; i < layers.length; i++) {
    const { s1, t1, w1, s2, t2, w2 } = layers[i] as Layer;
    checkTensor('denseBlock', `layers[${i}].w1`, w1, [1, 1, channels, null]);
    checkTensor('denseBlock', `layers[${i}].s1`, s1, [channels]);
    checkTensor('denseBlock', `layers[${i}].t1`, t1, [channels]);
    checkTensor('denseBlock', `layers[${i}].w2`, w2, [3, 3, w1.shape[3], null]);
    checkTensor('denseBlock', `layers[${i}].s2`, s2, [w1.shape[3]]);
    checkTensor('denseBlock', `layers[${i}].t2`, t2, [w1.shape[3]]);
    channels += w2.shape[3];
  }
  return tidy(() => grow(x, layers));
};

export const transition = (x: Tensor4D, s: Tensor1D, t: Tensor1D, w: Tensor4D): Tensor4D => {
  checkTensor('transition', 'x', x, [null, null, null, null]);
  checkTensor('transition', 's', s, [x.shape[3]]);
  checkTensor('transition', 't', t, [x.shape[3]]);
  checkTensor('transition', 'w', w, [1, 1, x.shape[3], null]);
  if (Math.min(x.shape[1], x.shape[2]) < 2) throw new RangeError(`transition: x is too small, got [${x.shape}]`);
  return tidy(() => avgPool(conv2d(activated(x, s, t), w, 1, 'valid'), [2, 2], [2, 2], 0));
};

/** One layer, then the rest of the block on k more channels. */
export const denseParams = (c0: number, growth: number, layers: number): number => {
  const rule = (name: string, value: number) => {
    if (typeof value !== 'number') throw new TypeError(`denseParams: ${name} is no number, got ${value}`);
    if (value < 1 || !Number.isInteger(value)) throw new RangeError(`denseParams: ${name} is no count, got ${value}`);
  };
  rule('c0', c0);
  rule('growth', growth);
  rule('layers', layers);
  const layer = (2 + 4 * growth) * c0 + 4 * growth * (2 + 9 * growth);
  return layers === 1 ? layer : layer + denseParams(c0 + growth, growth, layers - 1);
};
