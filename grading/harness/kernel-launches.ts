import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from './events';
import type { KernelLaunch, TensorInfo } from './launch-schema';

/** Launches that are noted: enough for the checks of an exercise. */
export const MAX_LAUNCHES = 64;
/** Most elements of one tensor. */
const MAX_ELEMENTS = 1024 * 1024;

interface KernelCall {
  kernelName?: string;
  inputs: unknown;
  attrs?: unknown;
}

interface Engine {
  runKernelFunc(call: KernelCall): unknown;
  runKernel(kernel: string, inputs: unknown, attrs: unknown): unknown;
}

const engineOf = (tf: Tf) => tf.engine() as unknown as Engine;
const infoOf = ({ shape, dtype }: Tensor) => ({ shape, dtype });

/** As JSON, which is what can be sent, and compared. */
function launchOf({ kernelName, inputs, attrs }: KernelCall): string {
  const tensors = inputs as Tensor[] | Record<string, Tensor>;
  const infos = Array.isArray(tensors)
    ? tensors.map(infoOf)
    : Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, infoOf(tensor)]));
  return JSON.stringify({ kernel: kernelName, inputs: infos, attrs: attrs ?? {} });
}

/** Notes every different kernel launch of `tf` from now on. Gives what it has noted. */
export function noteLaunches(tf: Tf): () => KernelLaunch[] {
  const engine = engineOf(tf);
  const original = engine.runKernelFunc;
  const noted = new Set<string>();
  engine.runKernelFunc = function noting(call) {
    if (call.kernelName && noted.size < MAX_LAUNCHES) noted.add(launchOf(call));
    return original.call(this, call);
  };
  return () => [...noted].map((launch) => JSON.parse(launch) as KernelLaunch);
}

/**
 * Launches the same kernels on tensors of zeros, so that their shaders are compiled, and forgets the results. What cannot
 * be launched is left out: the list comes from a run of learner code.
 */
export function repeatLaunches(tf: Tf, launches: readonly KernelLaunch[]): void {
  const zeros = ({ shape, dtype }: TensorInfo) => {
    const size = shape.reduce((product, length) => product * length, 1);
    if (size > MAX_ELEMENTS) throw new RangeError('too large');
    return tf.zeros(shape, dtype as DataType);
  };
  for (const { kernel, inputs, attrs } of launches) {
    try {
      tf.tidy(() => {
        const tensors = Array.isArray(inputs)
          ? inputs.map(zeros)
          : Object.fromEntries(Object.entries(inputs).map(([name, info]) => [name, zeros(info)]));
        engineOf(tf).runKernel(kernel, tensors, attrs);
      });
    } catch {
      // Its shader is compiled when it is needed.
    }
  }
}
