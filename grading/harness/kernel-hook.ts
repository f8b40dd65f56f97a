import type { Tf } from './events';

/** Counts the kernels that the library launches. */
export interface KernelHook {
  /** Counts so far by kernel name, and starts again from zero. */
  take(): Record<string, number>;
  remove(): void;
}

interface KernelCall {
  kernelName?: string;
}

/** Counts every kernel launch of `tf` from now on and calls `launched` at each. */
export function hookKernels(tf: Tf, launched: () => void): KernelHook {
  const engine = tf.engine() as unknown as { runKernelFunc(call: KernelCall): unknown };
  const original = engine.runKernelFunc;
  let counts: Record<string, number> = {};
  engine.runKernelFunc = function hooked(call) {
    // A custom gradient is no kernel: what it launches inside is counted by itself.
    if (call.kernelName) counts[call.kernelName] = (counts[call.kernelName] ?? 0) + 1;
    launched();
    return original.call(this, call);
  };
  return {
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
    remove() {
      engine.runKernelFunc = original;
    },
  };
}
