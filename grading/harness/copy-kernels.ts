import type { KernelConfig, TensorInfo, TypedArray } from '@tensorflow/tfjs-core';
import type { Tf } from './events';

/** What kernels of the CPU backend need of it. */
interface Backend {
  data: { get(id: TensorInfo['dataId']): { values: TypedArray } };
  makeTensorInfo(shape: number[], dtype: TensorInfo['dtype'], values: TypedArray): TensorInfo;
}

/** Where a box begins in an array of this shape. */
interface Place {
  values: TypedArray;
  shape: readonly number[];
  begin: readonly number[];
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1);

/** Copies a box of this size, run by run: a run is what lies together on both sides. */
function copyBox(from: Place, to: Place, size: readonly number[]): void {
  const isWhole = (at: number) => size[at] === from.shape[at] && size[at] === to.shape[at];
  let outer = size.length - 1;
  while (outer > 0 && isWhole(outer)) outer -= 1;
  const run = product(size.slice(outer));
  const strideOf = ({ shape }: Place, at: number) => product(shape.slice(at + 1));
  const offsetOf = (place: Place) => place.begin.reduce((sum, first, at) => sum + first * strideOf(place, at), 0);
  const copyFrom = (at: number, source: number, target: number): void => {
    if (at >= outer) {
      for (let i = 0; i < run; i++) to.values[target + i] = from.values[source + i] as number;
      return;
    }
    const [step, stride] = [strideOf(from, at), strideOf(to, at)];
    for (let i = 0; i < (size[at] as number); i++) copyFrom(at + 1, source + i * step, target + i * stride);
  };
  copyFrom(0, offsetOf(from), offsetOf(to));
}

const isNumeric = ({ dtype }: TensorInfo): boolean => dtype !== 'string' && dtype !== 'complex64';
const isCount = (value: number | undefined): value is number => Number.isInteger(value) && (value as number) >= 0;
const zeros = (shape: readonly number[]): number[] => shape.map(() => 0);

/** A kernel of one input; undefined leaves the case to the library's own. */
type Kernel<Attributes> = (tf: Tf, x: TensorInfo, attributes: Attributes, backend: Backend) => TensorInfo | undefined;

const slice: Kernel<{ begin: number[]; size: number[] }> = (tf, x, attributes, backend) => {
  const params = tf.slice_util.parseSliceParams(x, attributes.begin, attributes.size);
  const [begin, size] = params as [number[], number[]];
  const isInside = size.every((length, at) => {
    const first = begin[at];
    return length > 0 && isCount(length) && isCount(first) && first + length <= (x.shape[at] as number);
  });
  // What lies together is not copied at all there.
  if (!isInside || !isNumeric(x) || tf.slice_util.isSliceContinous(x.shape, begin, size)) return undefined;
  const values = tf.util.getArrayFromDType(x.dtype, product(size)) as TypedArray;
  const from = { values: backend.data.get(x.dataId).values, shape: x.shape, begin };
  copyBox(from, { values, shape: size, begin: zeros(size) }, size);
  return backend.makeTensorInfo(size, x.dtype, values);
};

const pad: Kernel<{ paddings: [number, number][]; constantValue: number }> = (tf, x, attributes, backend) => {
  const { paddings, constantValue } = attributes;
  if (!isNumeric(x) || x.shape.length === 0 || x.shape.includes(0) || !paddings.flat().every(isCount)) return undefined;
  const shape = paddings.map(([before, after], at) => before + (x.shape[at] as number) + after);
  const values = tf.util.getArrayFromDType(x.dtype, product(shape)) as TypedArray;
  if (constantValue !== 0) values.fill(constantValue);
  const from = { values: backend.data.get(x.dataId).values, shape: x.shape, begin: zeros(shape) };
  copyBox(from, { values, shape, begin: paddings.map(([before]) => before) }, x.shape);
  return backend.makeTensorInfo(shape, x.dtype, values);
};

/** Gives the kernel that takes the place of the library's, and takes it. */
function replace(tf: Tf, name: string, make: (own: KernelConfig['kernelFunc']) => KernelConfig['kernelFunc']) {
  const config = tf.getKernel(name, 'cpu') as KernelConfig;
  const kernelFunc = make(config.kernelFunc);
  tf.unregisterKernel(name, 'cpu');
  tf.registerKernel({ ...config, kernelFunc });
  return kernelFunc;
}

const replaceCopying = <Attributes>(tf: Tf, name: string, kernel: Kernel<Attributes>) =>
  replace(tf, name, (own) => (args) => {
    const attributes = args.attrs as Attributes;
    return kernel(tf, args.inputs.x as TensorInfo, attributes, args.backend as Backend) ?? own(args);
  });

/**
 * Replaces the CPU backend's `Slice`, `SplitV` and `PadV2`, which make an array of coordinates for each element, by
 * kernels that copy run by run: layers that learners write out of slices are several times as fast, with the same results to the last
 * bit. What is out of the ordinary (strings, empty tensors, slices past an end) stays with the library.
 */
export function registerCopyKernels(tf: Tf): void {
  const sliceFunc = replaceCopying(tf, 'Slice', slice);
  replaceCopying(tf, 'PadV2', pad);
  replace(tf, 'SplitV', () => ({ inputs, backend, attrs }) => {
    const x = inputs.x as TensorInfo & Parameters<typeof tf.backend_util.prepareSplitSize>[0];
    const { numOrSizeSplits, axis } = attrs as unknown as { numOrSizeSplits: number | number[]; axis: number };
    const at = tf.util.parseAxisParam(axis, x.shape)[0] as number;
    let first = 0;
    return tf.backend_util.prepareSplitSize(x, numOrSizeSplits, at).map((length) => {
      const begin = x.shape.map((_, i) => (i === at ? first : 0));
      const size = x.shape.map((whole, i) => (i === at ? length : whole));
      first += length;
      return sliceFunc({ inputs: { x }, backend, attrs: { begin, size } }) as TensorInfo;
    });
  });
}
