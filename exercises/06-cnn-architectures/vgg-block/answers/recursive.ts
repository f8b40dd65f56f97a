import { add, conv2d, maximum, pool, Tensor, type Tensor1D, type Tensor4D, tidy } from '@tensorflow/tfjs-core';

interface Conv {
  w: Tensor4D;
  b: Tensor1D;
}

function checkTensor(name: string, value: unknown, rank: number): void {
  if (!(value instanceof Tensor)) throw new TypeError(`vggBlock: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank || value.dtype !== 'float32') {
    throw new TypeError(`vggBlock: ${name} needs float32 of rank ${rank}, got ${value.dtype} of rank ${value.rank}`);
  }
  if (value.size === 0) throw new RangeError(`vggBlock: ${name} is empty, got [${value.shape}]`);
}

/** The first convolution, then the rest of the block on what it gives; without any left, the pooling. */
function run(h: Tensor4D, [first, ...rest]: readonly Conv[]): Tensor4D {
  if (first === undefined) return pool(h, [2, 2], 'max', 'valid', [1, 1], [2, 2]);
  return run(maximum(add(conv2d(h, first.w, [1, 1], 1), first.b), 0), rest);
}

export const vggBlock = (x: Tensor4D, convs: readonly Conv[]): Tensor4D => {
  checkTensor('x', x, 4);
  if (x.shape[1] < 2) throw new RangeError(`vggBlock: x needs two rows, got ${x.shape[1]}`);
  if (x.shape[2] < 2) throw new RangeError(`vggBlock: x needs two columns, got ${x.shape[2]}`);
  if (convs.length === 0) throw new RangeError('vggBlock: convs is empty, got no convolution');
  let channels = x.shape[3];
  for (let i = 0; i < convs.length; i++) {
    const { w, b } = convs[i] as Conv;
    checkTensor(`convs[${i}].w`, w, 4);
    checkTensor(`convs[${i}].b`, b, 1);
    const [rows, columns, inputs, outputs] = w.shape;
    if (rows !== 3 || columns !== 3) throw new RangeError(`vggBlock: convs[${i}].w is not 3×3, got [${w.shape}]`);
    if (inputs !== channels) throw new RangeError(`vggBlock: convs[${i}].w takes ${inputs} channels, got ${channels}`);
    if (b.size !== outputs) throw new RangeError(`vggBlock: convs[${i}].b does not fit, got length ${b.size}`);
    channels = outputs;
  }
  return tidy(() => run(x, convs));
};
