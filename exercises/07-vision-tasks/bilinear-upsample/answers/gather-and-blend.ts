import { add, gather, mul, reshape, sub, Tensor, type Tensor4D, tensor1d, tidy } from '@tensorflow/tfjs-core';

function check(x: unknown): void {
  if (!(x instanceof Tensor)) throw new TypeError(`bilinear: x is no tensor, got ${x}`);
  if (x.shape.length !== 4) throw new TypeError(`bilinear: x needs rank 4, got ${x.shape.length}`);
  if (x.dtype !== 'float32') throw new TypeError(`bilinear: x needs float32, got ${x.dtype}`);
  if (x.shape.includes(0)) throw new RangeError(`bilinear: x is empty, got [${x.shape}]`);
}

/** Takes both neighbours along an axis and moves from one towards the other. */
function blend(x: Tensor4D, axis: number, out: number): Tensor4D {
  const most = (x.shape[axis] as number) - 1;
  const lows: number[] = [];
  const highs: number[] = [];
  const shares: number[] = [];
  for (let i = 0; i < out; i++) {
    const centre = ((2 * i + 1) * (most + 1)) / (2 * out) - 0.5;
    const source = centre < 0 ? 0 : centre > most ? most : centre;
    lows.push(Math.trunc(source));
    highs.push(Math.ceil(source));
    shares.push(source % 1);
  }
  const low = gather(x, tensor1d(lows, 'int32'), axis);
  const high = gather(x, tensor1d(highs, 'int32'), axis);
  const share = reshape(tensor1d(shares), axis === 1 ? [out, 1, 1] : [out, 1]);
  return add(low, mul(sub(high, low), share));
}

export const bilinear = (x: Tensor4D, outH: number, outW: number): Tensor4D => {
  check(x);
  for (const [name, size] of Object.entries({ outH, outW })) {
    if (!(size >= 1 && size % 1 === 0)) throw new RangeError(`bilinear: ${name} is no size, got ${size}`);
  }
  return tidy(() => blend(blend(x, 2, outW), 1, outH));
};
