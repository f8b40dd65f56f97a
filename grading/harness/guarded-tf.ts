import type { Tensor } from '@tensorflow/tfjs-core';
import type { CapturedConsole } from './console-capture';
import type { Tf } from './events';

/** Thrown when learner code touches what its exercise forbids. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError';
}

/** Members that reach the engine, the backends, the platform, or return promises: no exercise may have them. */
const INTERNAL = [
  'ENV|Environment|env|engine|backend|findBackend|findBackendFactory|registerBackend|removeBackend|setBackend|ready',
  'KernelBackend|DataStorage|kernel_impls|copyRegisteredKernels|getKernel|getKernelsForBackend|registerKernel',
  'unregisterKernel|getGradient|registerGradient|unregisterGradient|setPlatform|disposeVariables|enableDebugMode',
  'enableProdMode|disableDeprecationWarnings|deprecationWarn|profile|time|nextFrame|io|browser|test_util|device_util',
  'tensor_util|serialization|math|op|booleanMaskAsync|inTopKAsync|setdiff1dAsync|whereAsync|util.fetch',
]
  .join('|')
  .split('|')
  .map((name) => `tf.${name}`);

/** Methods of a tensor that take its values out of the graph: `.dataSync` forbids all of an exercise's own list. */
type Method = 'data' | 'dataSync' | 'array' | 'arraySync' | 'buffer' | 'bufferSync' | 'bytes' | 'variable' | 'dispose';

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');

/** Whether a dotted path is one of `patterns`, or below one (`tf.layers.*` covers `tf.layers` too). */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const sources = patterns
    .filter((pattern) => pattern.startsWith('tf.'))
    .map((pattern) => `${escaped(pattern.replace(/\.\*$/, ''))}(\\..*)?`);
  if (sources.length === 0) return () => false;
  const all = new RegExp(`^(${sources.join('|')})$`);
  return (path) => all.test(path);
}

/** Operations whose kernel has another name than they have. */
const OPERATION_OF: Readonly<Record<string, string>> = {
  BatchMatMul: 'matMul',
  Conv2D: 'conv2d',
  Conv2DBackpropInput: 'conv2dTranspose',
  DepthwiseConv2dNative: 'depthwiseConv2d',
  FusedBatchNorm: 'batchNorm',
  FusedConv2D: 'fused.conv2d',
  FusedDepthwiseConv2D: 'fused.depthwiseConv2d',
  _FusedMatMul: 'fused.matMul',
  LRN: 'localResponseNormalization',
  ResizeBilinear: 'image.resizeBilinear',
  GatherNd: 'gatherND',
  GatherV2: 'gather',
  Multiply: 'mul',
  NonMaxSuppressionV3: 'image.nonMaxSuppression',
  PadV2: 'pad',
  RealDiv: 'div',
};

/**
 * Refuses kernels of forbidden operations when they are launched, however their names were got at.
 * @example kernelGuard(['tf.softmax'])('Softmax') // throws ForbiddenError
 */
export function kernelGuard(forbidden: readonly string[]): (kernel: string) => void {
  const isForbidden = matcher(forbidden);
  return (kernel) => {
    const path = `tf.${OPERATION_OF[kernel] ?? kernel.charAt(0).toLowerCase() + kernel.slice(1)}`;
    if (isForbidden(path)) throw new ForbiddenError(`${path} is not allowed in this exercise`);
  };
}

const isNamespace = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('kernelName' in value);

function guard(target: object, path: string, refuse: (path: string) => string | undefined, extra: object): object {
  const members: Record<string, unknown> = {};
  const refused = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...target, ...extra })) {
    // Node's namespace of a CommonJS module holds that module once more.
    if (name === 'default' || name === 'module.exports') continue;
    const message = refuse(`${path}.${name}`);
    if (message) refused.set(name, message);
    else members[name] = isNamespace(value) ? guard(value as object, `${path}.${name}`, refuse, {}) : value;
  }
  // What the library lacks may be forbidden as well (`tf.layers` is no part of tfjs-core): say so, not "undefined".
  const shown = Object.freeze(members);
  return new Proxy(shown, {
    get(_, name) {
      const message = typeof name === 'string' ? (refused.get(name) ?? missing(name)) : undefined;
      if (message) throw new ForbiddenError(message);
      return Reflect.get(shown, name);
    },
    set(_, name) {
      throw new TypeError(`${path}.${String(name)} cannot be assigned`);
    },
  });

  function missing(name: string): string | undefined {
    return name in members ? undefined : refuse(`${path}.${name}`);
  }
}

/**
 * The `tf` that learner code gets: a frozen copy whose forbidden members throw {@link ForbiddenError} when touched.
 * `forbidden` holds dotted paths: `tf.softmax`, `tf.layers.*`, `tf.random*`; `.dataSync` is a tensor's method and is
 * dealt with by {@link guardTensorMethods}.
 */
export function guardTf(tf: Tf, forbidden: readonly string[], show: CapturedConsole): object {
  const isInternal = matcher(INTERNAL);
  const isForbidden = matcher(forbidden);
  const refuse = (path: string) => {
    if (isForbidden(path)) return `${path} is not allowed in this exercise`;
    return isInternal(path) ? `${path} is not available here` : undefined;
  };
  return guard(tf, 'tf', refuse, { __esModule: true, print: show.log });
}

/** Makes the tensor methods named `.method` in `forbidden` throw, and prints to `show`. Returns the way back. */
export function guardTensorMethods(
  tf: Tf,
  forbidden: readonly string[],
  show: CapturedConsole,
  format: (tensor: Tensor) => string,
): () => void {
  const prototype = tf.Tensor.prototype as unknown as Record<string, unknown>;
  const replaced: Record<string, unknown> = {
    toString(this: Tensor) {
      return format(this);
    },
    print(this: Tensor) {
      (show.log as (value: unknown) => void)(this);
    },
  };
  for (const pattern of forbidden.filter((name) => name.startsWith('.'))) {
    const method = pattern.slice(1) as Method;
    replaced[method] = () => {
      throw new ForbiddenError(`Tensor.${method} is not allowed in this exercise`);
    };
  }
  const originals = Object.fromEntries(
    Object.keys(replaced).map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const),
  );
  Object.assign(prototype, replaced);
  return () => {
    for (const [name, descriptor] of Object.entries(originals)) {
      delete prototype[name];
      if (descriptor) Object.defineProperty(prototype, name, descriptor);
    }
  };
}
