import {
  add,
  concat,
  exp,
  log,
  max,
  neg,
  reshape,
  type Scalar,
  slice,
  sub,
  sum,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

function check(name: string, value: unknown, rank: number, dtype: string): void {
  if (!(value instanceof Tensor)) throw new TypeError(`categoricalLogLik: ${name} is no tensor, got ${value}`);
  if (value.rank !== rank) throw new TypeError(`categoricalLogLik: ${name} needs rank ${rank}, got ${value.rank}`);
  if (value.dtype !== dtype) throw new TypeError(`categoricalLogLik: ${name} needs ${dtype}, got ${value.dtype}`);
  if (value.size === 0) throw new RangeError(`categoricalLogLik: ${name} is empty, got [${value.shape}]`);
}

/** Row by row: −log Σ exp(z − z at the label), the distance of each logit from the one that should win. */
export const categoricalLogLik = (labels: Tensor1D, z: Tensor2D): Scalar => {
  check('labels', labels, 1, 'int32');
  check('z', z, 2, 'float32');
  const [rows, classes] = z.shape;
  if (labels.size !== rows)
    throw new RangeError(`categoricalLogLik: labels and z differ in length, got ${labels.size}`);
  const indices = labels.dataSync();
  const wrong = indices.find((label) => label < 0 || label > classes - 1);
  if (wrong !== undefined) throw new RangeError(`categoricalLogLik: labels name no class, got ${wrong}`);
  return tidy(() => {
    const terms = Array.from(indices, (label, n) => {
      const ahead = sub(slice(z, [n, 0], [1, classes]), slice(z, [n, label], [1, 1]));
      const most = max(ahead);
      return reshape(neg(add(most, log(sum(exp(sub(ahead, most)))))), [1]) as Tensor1D;
    });
    return sum(concat(terms)) as Scalar;
  });
};
