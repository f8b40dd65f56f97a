import type { Tensor } from '@tensorflow/tfjs-core';
import type { Observation, Task } from '../task';
import { type DecodedArguments, makeTensor, type Path, valueAt } from './argument';
import type { Tf } from './events';
import type { KernelHook, Launches } from './kernel-hook';
import { checkResult, encodeLibraryTensor, InvalidResult, type ReadTensor } from './result';
import { describeThrown } from './thrown';

export type Entry = (...args: unknown[]) => unknown;

/** What one call did. `result` is read from the device only when asked for, after everything is counted. */
export interface Attempt {
  result(): Promise<Observation['result']>;
  /** The returned value, for later tasks that refer to it. */
  value: unknown;
  /** Tensors that the call made and handed out. */
  made: Tensor[];
  ms: number;
  leaked: number;
  launches: Launches;
}

export interface Realm {
  tf: Tf;
  read: ReadTensor;
  kernels: KernelHook;
  /** Throws for a kernel that the exercise forbids. */
  refuse: (kernel: string) => void;
  now: () => number;
  /** Told each number that a driver yields. */
  point: (at: number, value: number | null) => void;
}

interface Returned {
  value: unknown;
  tensors: readonly Tensor[];
  result(): Promise<Observation['result']>;
}

/** Calls `run` and counts; whatever it throws becomes the result. */
function attempt({ tf, kernels, now }: Realm, given: readonly Tensor[], run: () => () => Returned): Attempt {
  const before = tf.memory().numTensors;
  kernels.take();
  const start = now();
  let ms = 0;
  let launches: Launches = { kernels: {}, peakBytes: 0 };
  let after = before;
  let returned: Returned;
  const stop = () => {
    ms = now() - start;
    launches = kernels.take();
    after = tf.memory().numTensors;
  };
  try {
    let check: () => Returned;
    try {
      check = run();
    } finally {
      stop();
    }
    returned = check();
  } catch (error) {
    returned = { value: undefined, tensors: [], result: async () => failure(error) };
  }
  const made = [...new Set(returned.tensors)].filter((tensor) => !given.includes(tensor));
  const disposed = given.filter((tensor) => tensor.isDisposed).length;
  return {
    // Reading may meet traps in what learner code returned.
    result: () => returned.result().catch(failure),
    value: returned.value,
    made,
    ms,
    leaked: after - before - made.length + disposed,
    launches,
  };
}

function failure(error: unknown): Observation['result'] {
  if (error instanceof InvalidResult) return { type: 'invalid', invalid: { what: error.what, path: error.path } };
  return { type: 'threw', thrown: describeThrown(error) };
}

/** A promise in place of a result must not end the process when it is rejected. */
function ignoreRejection(value: unknown): void {
  if (value instanceof Promise) value.catch(() => {});
}

/**
 * A driver may be a generator: it yields the numbers of a curve, which is drawn while it is still at work, and returns what
 * is judged.
 */
function driveOn(realm: Realm, driven: unknown): unknown {
  if (Object.prototype.toString.call(driven) !== '[object Generator]') return driven;
  const generator = driven as Generator<unknown, unknown>;
  for (let at = 0; ; at++) {
    const step = generator.next();
    if (step.done) return step.value;
    realm.point(at, Number.isFinite(step.value) ? (step.value as number) : null);
  }
}

function callEntry(
  realm: Realm,
  task: Exclude<Task, { do: 'vjp' }>,
  entry: Entry,
  { args }: DecodedArguments,
  given: readonly Tensor[],
): Attempt {
  return attempt(realm, given, () => {
    const called = entry(...args);
    const value = task.do === 'drive' ? driveOn(realm, called) : called;
    ignoreRejection(value);
    return () => {
      const checked = checkResult(realm.tf, value);
      return {
        value,
        tensors: [...checked.tensors],
        result: async () => ({ type: 'returned', value: await checked.encode(realm.read) }),
      };
    };
  });
}

/** The tensor at `path` of a result, which must have the shape of the upstream gradient. */
function outputTensor(tf: Tf, value: unknown, path: Path, upstream: Tensor): Tensor {
  const tensor = valueAt(value, path);
  const where = path.join('.');
  checkResult(tf, tensor);
  if (!(tensor instanceof tf.Tensor)) throw new InvalidResult('no-tensor', where);
  if (tensor.dtype !== 'float32') throw new InvalidResult(`${tensor.dtype}-tensor`, where);
  if (String(tensor.shape) !== String(upstream.shape)) {
    throw new InvalidResult(`shape [${tensor.shape}] instead of [${upstream.shape}]`, where);
  }
  return tensor;
}

function differentiate(
  realm: Realm,
  entry: Entry,
  task: Extract<Task, { do: 'vjp' }>,
  { args }: DecodedArguments,
  inputs: readonly Tensor[],
): Attempt {
  const { tf, read } = realm;
  const upstream = makeTensor(tf, task.upstream);
  const wrt = task.wrt.map(([index, ...path]) => valueAt(args[Number(index)], path) as Tensor);
  const given = [...inputs, upstream];
  const tried = attempt(realm, given, () => {
    const forward = () => {
      const value = entry(...args);
      ignoreRejection(value);
      return outputTensor(tf, value, task.output, upstream);
    };
    const { value, grads } = tf.engine().gradients(forward, wrt, upstream, true);
    return () => ({
      value,
      tensors: [value, ...grads.filter(Boolean)],
      result: async () => ({
        type: 'gradients',
        // A disconnected input has no gradient, whatever the library's types say.
        gradients: await Promise.all(grads.map((gradient) => (gradient ? encodeLibraryTensor(gradient, read) : null))),
      }),
    });
  });
  return { ...tried, made: [...tried.made, upstream] };
}

/**
 * Runs one task outside `tf.tidy`. `earlier` are tensors of earlier results that the arguments may hold.
 */
export function attemptTask(
  realm: Realm,
  entry: Entry,
  task: Task,
  decoded: DecodedArguments,
  earlier: readonly Tensor[],
): Attempt {
  const given = [...decoded.tensors, ...earlier];
  // Gradients and drivers launch kernels that the learner did not ask for.
  realm.kernels.refuse = task.do === 'call' ? realm.refuse : undefined;
  return task.do === 'vjp'
    ? differentiate(realm, entry, task, decoded, given)
    : callEntry(realm, task, entry, decoded, given);
}
