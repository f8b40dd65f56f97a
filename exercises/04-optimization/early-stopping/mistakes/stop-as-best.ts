export function earlyStop(valLosses: readonly number[], o: { patience: number; minDelta?: number }) {
  const { patience, minDelta = 0 } = o;
  let [best, wait] = [Number.POSITIVE_INFINITY, 0];
  for (const [epoch, loss] of valLosses.entries()) {
    if (loss < best - minDelta) {
      [best, wait] = [loss, 0];
    } else {
      wait += 1;
      if (wait === patience) return { bestEpoch: epoch, stopEpoch: epoch, stopped: true };
    }
  }
  return { bestEpoch: valLosses.length - 1, stopEpoch: valLosses.length - 1, stopped: false };
}
