export function earlyStop(valLosses: readonly number[], o: { patience: number; minDelta?: number }) {
  const { patience } = o;
  let [best, bestEpoch, wait] = [Number.POSITIVE_INFINITY, -1, 0];
  for (const [epoch, loss] of valLosses.entries()) {
    if (loss < best) {
      [best, bestEpoch, wait] = [loss, epoch, 0];
    } else {
      wait += 1;
      if (wait === patience) return { bestEpoch, stopEpoch: epoch, stopped: true };
    }
  }
  return { bestEpoch, stopEpoch: valLosses.length - 1, stopped: false };
}
