import {
  exp,
  expandDims,
  log,
  max,
  mul,
  type Scalar,
  sub,
  sum,
  Tensor,
  type Tensor3D,
  type Tensor4D,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown, rank: number, dtype: string): void {
  if (!(value instanceof Tensor)) throw new TypeError(`pixelCrossEntropy: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank) throw new TypeError(`pixelCrossEntropy: ${name} needs rank ${rank}, got ${value.rank}`);
  if (value.dtype !== dtype) throw new TypeError(`pixelCrossEntropy: ${name} needs ${dtype}, got ${value.dtype}`);
  if (value.shape.includes(0)) throw new RangeError(`pixelCrossEntropy: ${name} is empty, got [${value.shape}]`);
}

/** What each logit weighs in the mean is made of plain numbers: 1/count at the labels, 0 elsewhere. */
export const pixelCrossEntropy = (z: Tensor4D, labels: Tensor3D, ignore?: number): Scalar => {
  check('z', z, 4, 'float32');
  check('labels', labels, 3, 'int32');
  const skip = ignore ?? 255;
  const classes = z.shape[3];
  if (labels.shape.join() !== z.shape.slice(0, -1).join()) {
    throw new RangeError(`pixelCrossEntropy: labels and z differ in shape, got [${labels.shape}]`);
  }
  const flat = labels.arraySync().flat(2);
  const count = flat.filter((label) => label !== skip).length;
  const weights = new Float32Array(z.size);
  flat.forEach((label, pixel) => {
    if (label === skip) return;
    if (label < 0 || label > classes - 1) {
      throw new RangeError(`pixelCrossEntropy: labels name no class, got ${label}`);
    }
    weights[pixel * classes + label] = 1 / count;
  });
  return tidy(() => {
    const ahead = sub(z, max(z, -1, true));
    const logSum = expandDims(log(sum(exp(ahead), -1)), -1);
    return sum(mul(sub(logSum, ahead), tensor4d(weights, z.shape))) as Scalar;
  });
};
