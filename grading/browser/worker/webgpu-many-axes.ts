import * as tf from '@tensorflow/tfjs-core';

interface Backend {
  disposeData(dataId: object): void;
}

type KernelCall = Parameters<tf.KernelFunc>[0];
/** The library's own kernel with one input, `x`. */
type OnX = (x: tf.TensorInfo, attributes: object) => tf.TensorInfo;

/** Axes that the library's shaders can count. */
const MOST_AXES = 4;

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1);

/** Replaces a kernel of the WebGPU backend where a tensor has more than four axes and elements at all. */
function mend(name: string, mended: (call: KernelCall, own: tf.KernelFunc) => tf.TensorInfo): void {
  const kernel = tf.getKernel(name, 'webgpu');
  const kernelFunc: tf.KernelFunc = (call) => {
    const [{ shape }] = Object.values(call.inputs) as [tf.TensorInfo];
    const isMany = shape.length > MOST_AXES && product(shape) > 0;
    return isMany ? mended(call, kernel.kernelFunc) : kernel.kernelFunc(call);
  };
  tf.unregisterKernel(name, 'webgpu');
  tf.registerKernel({ ...kernel, kernelFunc });
}

/** Does to one axis after another what a kernel does to the middle one of three: those before it and after it taken together. */
function axisByAxis(
  { inputs, backend }: KernelCall,
  own: tf.KernelFunc,
  axes: number[],
  at: (own: OnX, x: tf.TensorInfo, axis: number) => tf.TensorInfo,
): tf.TensorInfo {
  const given = inputs.x as tf.TensorInfo;
  const shape = [...given.shape];
  let result = given;
  const onX: OnX = (x, attributes) =>
    own({ inputs: { x }, backend, attrs: attributes as KernelCall['attrs'] }) as tf.TensorInfo;
  for (const axis of axes) {
    const three = [product(shape.slice(0, axis)), shape[axis] as number, product(shape.slice(axis + 1))];
    const next = at(onX, { ...result, shape: three }, axis);
    if (result !== given) (backend as Backend).disposeData(result.dataId);
    shape[axis] = next.shape[1] as number;
    result = next;
  }
  return { ...result, shape };
}

/**
 * Makes `tf.pad`, `tf.reverse` and `tf.where` work on WebGPU for tensors of five and six axes, as they do on the CPU. The library's
 * shader for `pad` compares places as vectors, of which WGSL has none that long: it does not compile, and the result is zeros
 * without an error. `reverse` and `where` throw there.
 */
export function mendManyAxes(): void {
  mend('PadV2', (call, own) => {
    const { paddings, constantValue } = call.attrs as unknown as {
      paddings: [number, number][];
      constantValue: number;
    };
    const padded = [...paddings.keys()].filter((axis) => paddings[axis]?.some((count) => count > 0));
    // Without any it makes no shader.
    if (padded.length === 0) return own(call) as tf.TensorInfo;
    return axisByAxis(call, own, padded, (onX, x, axis) =>
      onX(x, { paddings: [[0, 0], paddings[axis], [0, 0]], constantValue }),
    );
  });
  mend('Reverse', (call, own) => {
    const { dims } = call.attrs as unknown as { dims: number | number[] };
    const axes = tf.util.parseAxisParam(dims, (call.inputs.x as tf.TensorInfo).shape);
    if (axes.length === 0) return tf.getKernel('Identity', 'webgpu').kernelFunc(call) as tf.TensorInfo;
    return axisByAxis(call, own, axes, (onX, x) => onX(x, { dims: [1] }));
  });
  mend('Select', ({ inputs, backend, attrs }, own) => {
    // All three have one shape here: `tf.where` broadcasts before.
    const { shape } = inputs.condition as tf.TensorInfo;
    const flat: KernelCall['inputs'] = {};
    for (const [name, tensor] of Object.entries(inputs)) {
      flat[name] = { ...(tensor as tf.TensorInfo), shape: [product(shape)] };
    }
    const chosen = own({ inputs: flat, backend, attrs }) as tf.TensorInfo;
    return { ...chosen, shape };
  });
}
