import type { Tf } from './events';

/** What the library launched. */
export interface Launches {
  /** By kernel name. */
  kernels: Record<string, number>;
  /** Most bytes that tensors held at once, more than before. */
  peakBytes: number;
}

/** Counts the kernels that the library launches. */
export interface KernelHook {
  /** What was launched so far; starts again from nothing. */
  take(): Launches;
  /** While set, asked before each launch; throws to refuse it. */
  refuse: ((kernel: string) => void) | undefined;
  remove(): void;
}

/** Of an element, whatever its type. */
const MOST_BYTES = 4;

interface KernelCall {
  kernelName?: string;
}

/** Counts every kernel launch of `tf` from now on and calls `launched` at each. */
export function hookKernels(tf: Tf, launched: () => void): KernelHook {
  const engine = tf.engine() as unknown as {
    runKernelFunc(call: KernelCall): unknown;
    state: { numBytes: number };
  };
  const original = engine.runKernelFunc;
  let counts: Record<string, number> = {};
  let [before, peak] = [engine.state.numBytes, engine.state.numBytes];
  // A slice past an end has a negative size, which the library books as bytes that are free.
  let falselyFree = 0;
  engine.runKernelFunc = function hooked(call) {
    // A custom gradient is no kernel: what it launches inside is counted by itself.
    if (call.kernelName) {
      hook.refuse?.(call.kernelName);
      counts[call.kernelName] = (counts[call.kernelName] ?? 0) + 1;
    }
    launched();
    const result = original.call(this, call);
    for (const made of [result].flat() as ({ size: number } | undefined)[]) {
      if (made && made.size < 0) falselyFree -= MOST_BYTES * made.size;
    }
    peak = Math.max(peak, engine.state.numBytes + falselyFree);
    return result;
  };
  const hook: KernelHook = {
    refuse: undefined,
    take() {
      const taken = { kernels: counts, peakBytes: Math.ceil(peak - before) };
      counts = {};
      before = engine.state.numBytes;
      peak = before;
      falselyFree = 0;
      return taken;
    },
    remove() {
      engine.runKernelFunc = original;
    },
  };
  return hook;
}
