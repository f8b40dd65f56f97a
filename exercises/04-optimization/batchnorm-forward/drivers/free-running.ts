interface Disposable {
  dispose(): void;
}
type BatchNorm = (...args: unknown[]) => { y: unknown; running: { mean: Disposable; variance: Disposable } };

/** Frees the running statistics that a call returned: copies may be freed, the caller's own must not be among them. */
export function drive({ batchNorm }: { batchNorm: BatchNorm }, ...args: unknown[]) {
  const { y, running } = batchNorm(...args);
  running.mean.dispose();
  running.variance.dispose();
  return y;
}
