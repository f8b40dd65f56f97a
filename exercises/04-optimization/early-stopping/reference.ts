function requireSettings(valLosses: readonly number[], patience: number, minDelta: number): void {
  if (!(valLosses.length > 0)) throw new RangeError('earlyStop: valLosses must not be empty, got []');
  if (!Number.isInteger(patience) || patience < 1) {
    throw new RangeError(`earlyStop: patience must be an integer of at least 1, got ${patience}`);
  }
  if (!(minDelta >= 0)) throw new RangeError(`earlyStop: minDelta must not be negative, got ${minDelta}`);
}

/** Counts epochs since the best one; NaN fails the comparison and so never improves. */
export function earlyStop(
  valLosses: readonly number[],
  o: { patience: number; minDelta?: number },
): { bestEpoch: number; stopEpoch: number; stopped: boolean } {
  const { patience, minDelta = 0 } = o;
  requireSettings(valLosses, patience, minDelta);
  let [best, bestEpoch, wait] = [Number.POSITIVE_INFINITY, -1, 0];
  for (const [epoch, loss] of valLosses.entries()) {
    if (loss < best - minDelta) {
      [best, bestEpoch, wait] = [loss, epoch, 0];
    } else {
      wait += 1;
      if (wait === patience) return { bestEpoch, stopEpoch: epoch, stopped: true };
    }
  }
  return { bestEpoch, stopEpoch: valLosses.length - 1, stopped: false };
}
