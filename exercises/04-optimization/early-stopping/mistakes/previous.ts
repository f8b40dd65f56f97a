export function earlyStop(valLosses: readonly number[], o: { patience: number; minDelta?: number }) {
  const { patience, minDelta = 0 } = o;
  let [previous, bestEpoch, wait] = [Number.POSITIVE_INFINITY, -1, 0];
  for (const [epoch, loss] of valLosses.entries()) {
    if (loss < previous - minDelta) {
      [bestEpoch, wait] = [epoch, 0];
    } else {
      wait += 1;
      if (wait === patience) return { bestEpoch, stopEpoch: epoch, stopped: true };
    }
    previous = loss;
  }
  return { bestEpoch, stopEpoch: valLosses.length - 1, stopped: false };
}
