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

/** Where elements are along each axis: apart by these many. */
interface Walk {
  values: TypedArray;
  offset: number;
  strides: readonly number[];
}

/** Copies this many elements along each axis. */
function copyAlong(from: Walk, to: Walk, size: readonly number[]): void {
  const last = size.length - 1;
  const copyFrom = (at: number, source: number, target: number): void => {
    const [count, step, stride] = [size[at], from.strides[at], to.strides[at]] as [number, number, number];
    if (at < last) {
      for (let i = 0; i < count; i++) copyFrom(at + 1, source + i * step, target + i * stride);
      return;
    }
    for (let i = 0; i < count; i++) to.values[target + i * stride] = from.values[source + i * step] as number;
  };
  copyFrom(0, from.offset, to.offset);
}

const stridesOf = (shape: readonly number[]): number[] => shape.map((_, at) => product(shape.slice(at + 1)));

/** Copies a box of this size. Axes that are whole on both sides count as one. */
function copyBox(from: Place, to: Place, size: readonly number[]): void {
  const isWhole = (at: number) => size[at] === from.shape[at] && size[at] === to.shape[at];
  let outer = size.length - 1;
  while (outer > 0 && isWhole(outer)) outer -= 1;
  const walk = ({ values, shape, begin }: Place): Walk => {
    const strides = stridesOf(shape);
    const offset = begin.reduce((sum, first, at) => sum + first * (strides[at] as number), 0);
    return { values, offset, strides: [...strides.slice(0, outer), 1] };
  };
  copyAlong(walk(from), walk(to), [...size.slice(0, outer), product(size.slice(outer))]);
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

const transpose: Kernel<{ perm: number[] }> = (tf, x, { perm }, backend) => {
  if (!isNumeric(x) || x.shape.length < 2 || x.shape.includes(0)) return undefined;
  const strides = stridesOf(x.shape);
  const shape = perm.map((axis) => x.shape[axis] as number);
  const values = tf.util.getArrayFromDType(x.dtype, product(shape)) as TypedArray;
  const from = {
    values: backend.data.get(x.dataId).values,
    offset: 0,
    strides: perm.map((axis) => strides[axis] as number),
  };
  copyAlong(from, { values, offset: 0, strides: stridesOf(shape) }, shape);
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

/** Along one axis, for any list of places; undefined leaves the case to the library. */
function gather(tf: Tf, args: Parameters<KernelConfig['kernelFunc']>[0]): TensorInfo | undefined {
  const { x, indices } = args.inputs as { x: TensorInfo; indices: TensorInfo };
  const { axis, batchDims } = args.attrs as unknown as { axis: number; batchDims: number };
  const backend = args.backend as Backend;
  const at = tf.util.parseAxisParam(axis, x.shape)[0] as number;
  const places = backend.data.get(indices.dataId).values;
  const length = x.shape[at] as number;
  if (batchDims !== 0 || !isNumeric(x) || indices.dtype !== 'int32' || !places.every((i) => i >= 0 && i < length)) {
    return undefined;
  }
  const shape = [...x.shape.slice(0, at), ...indices.shape, ...x.shape.slice(at + 1)];
  const values = tf.util.getArrayFromDType(x.dtype, product(shape)) as TypedArray;
  const [outer, run] = [product(x.shape.slice(0, at)), product(x.shape.slice(at + 1))];
  const from = backend.data.get(x.dataId).values;
  for (let block = 0, to = 0; block < outer; block++) {
    for (const place of places) {
      const start = (block * length + place) * run;
      for (let i = 0; i < run; i++, to++) values[to] = from[start + i] as number;
    }
  }
  return backend.makeTensorInfo(shape, x.dtype, values);
}

/** The gradient of gathering: rows of x: [R, …] added up by segment. undefined leaves the case to the library. */
function segmentSum(args: Parameters<KernelConfig['kernelFunc']>[0]): TensorInfo | undefined {
  const { x, segmentIds } = args.inputs as { x: TensorInfo; segmentIds: TensorInfo };
  const { numSegments } = args.attrs as unknown as { numSegments: number };
  const backend = args.backend as Backend;
  const from = backend.data.get(x.dataId).values;
  // What is not finite spreads to other segments there.
  if (x.dtype !== 'float32' || segmentIds.shape.length !== 1 || !from.every(Number.isFinite)) return undefined;
  const run = product(x.shape.slice(1));
  const sums = new Float64Array(numSegments * run);
  for (const [row, segment] of backend.data.get(segmentIds.dataId).values.entries()) {
    if (segment < 0 || segment >= numSegments) continue;
    for (let i = 0; i < run; i++) {
      sums[segment * run + i] = (sums[segment * run + i] as number) + (from[row * run + i] as number);
    }
  }
  return backend.makeTensorInfo([numSegments, ...x.shape.slice(1)], 'float32', Float32Array.from(sums));
}

/** Attributes of the gradient of a convolution with respect to its kernel. */
interface FilterGradient {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number;
  dataFormat: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  filterShape: [number, number, number, number];
}

/** dw: [KH, KW, C, F] of x: [N, H, W, C] and dy: [N, H', W', F], with each sum in the library's order; undefined leaves the case to it. */
function filterGradient(tf: Tf, args: Parameters<KernelConfig['kernelFunc']>[0]): TensorInfo | undefined {
  const { x, dy } = args.inputs as { x: TensorInfo; dy: TensorInfo };
  const attributes = args.attrs as unknown as FilterGradient;
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attributes;
  if (dataFormat !== 'NHWC' || !isNumeric(x) || !isNumeric(dy)) return undefined;
  const shape = x.shape as [number, number, number, number];
  const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode);
  const backend = args.backend as Backend;
  const [images, upstream] = [x, dy].map(({ dataId }) => backend.data.get(dataId).values) as [TypedArray, TypedArray];
  const { top, left } = info.padInfo;
  const { inChannels, outChannels, inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth } = info;
  const values = new Float32Array(product(filterShape));
  for (let row = 0; row < info.filterHeight; row++) {
    const [firstY, endY] = [Math.max(0, Math.ceil((top - row) / strideHeight)), (inHeight + top - row) / strideHeight];
    for (let column = 0; column < info.filterWidth; column++) {
      const [firstX, endX] = [
        Math.max(0, Math.ceil((left - column) / strideWidth)),
        (inWidth + left - column) / strideWidth,
      ];
      const sums = new Float64Array(inChannels * outChannels);
      for (let image = 0; image < info.batchSize; image++) {
        for (let y = firstY; y < Math.min(outHeight, endY); y++) {
          const seenRow = image * inHeight + row + y * strideHeight - top;
          for (let at = firstX; at < Math.min(outWidth, endX); at++) {
            const seen = (seenRow * inWidth + column + at * strideWidth - left) * inChannels;
            const given = ((image * outHeight + y) * outWidth + at) * outChannels;
            for (let channel = 0; channel < inChannels; channel++) {
              const pixel = images[seen + channel] as number;
              const to = channel * outChannels;
              for (let filter = 0; filter < outChannels; filter++) {
                sums[to + filter] = (sums[to + filter] as number) + pixel * (upstream[given + filter] as number);
              }
            }
          }
        }
      }
      values.set(sums, (row * info.filterWidth + column) * inChannels * outChannels);
    }
  }
  return backend.makeTensorInfo(filterShape, 'float32', values);
}

/**
 * Replaces those kernels of the CPU backend that go through an array of coordinates for each element they move (`Slice`,
 * `SplitV`, `PadV2`, `Transpose`, `GatherV2`) or read (`Conv2DBackpropFilter`), or through all elements for each segment
 * (`UnsortedSegmentSum`). Layers that learners write out of them are several times as fast, with the same results to the last
 * bit. What is out of the ordinary (strings, empty tensors, slices past an end) stays with the library.
 */
export function registerCopyKernels(tf: Tf): void {
  const sliceFunc = replaceCopying(tf, 'Slice', slice);
  replaceCopying(tf, 'PadV2', pad);
  replaceCopying(tf, 'Transpose', transpose);
  replace(tf, 'GatherV2', (own) => (args) => gather(tf, args) ?? own(args));
  replace(tf, 'Conv2DBackpropFilter', (own) => (args) => filterGradient(tf, args) ?? own(args));
  replace(tf, 'UnsortedSegmentSum', (own) => (args) => segmentSum(args) ?? own(args));
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
