import { add, matMul, relu, Tensor, type Tensor1D, type Tensor2D, tanh, tidy } from '@tensorflow/tfjs-core';

interface Layer {
  w: Tensor2D;
  b: Tensor1D;
}

function checkTensor(name: string, value: unknown, rank: number): void {
  if (!(value instanceof Tensor)) throw new TypeError(`mlp: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank || value.dtype !== 'float32') {
    throw new TypeError(`mlp: ${name} needs float32 of rank ${rank}, got ${value.dtype} of rank ${value.rank}`);
  }
  if (value.size === 0) throw new RangeError(`mlp: ${name} is empty, got [${value.shape}]`);
}

function activate(act: string, h: Tensor2D): Tensor2D {
  switch (act) {
    case 'relu':
      return relu(h);
    case 'tanh':
      return tanh(h);
    default:
      return h;
  }
}

/** The first layer, then the rest of the network on what it gives. */
function run(h: Tensor2D, [first, ...rest]: readonly Layer[], act: string): Tensor2D {
  if (first === undefined) return h;
  const affine = add(matMul(h, first.w), first.b) as Tensor2D;
  return rest.length === 0 ? affine : run(activate(act, affine), rest, act);
}

export const mlp = (x: Tensor2D, layers: readonly Layer[], act: 'relu' | 'tanh' | 'identity'): Tensor2D => {
  checkTensor('x', x, 2);
  if (!['relu', 'tanh', 'identity'].includes(act)) throw new TypeError(`mlp: act is unknown, got ${act}`);
  if (layers.length === 0) throw new RangeError('mlp: layers is empty, got no layer');
  let width = x.shape[1];
  for (let i = 0; i < layers.length; i++) {
    const { w, b } = layers[i] as Layer;
    checkTensor(`layers[${i}].w`, w, 2);
    checkTensor(`layers[${i}].b`, b, 1);
    if (w.shape[0] !== width) throw new RangeError(`mlp: layers[${i}] takes ${w.shape[0]} inputs, got ${width}`);
    width = w.shape[1];
    if (b.size !== width) throw new RangeError(`mlp: layers[${i}] has ${width} outputs, got ${b.size} biases`);
  }
  return tidy(() => run(x, layers, act));
};
