interface State {
  best: number;
  bestEpoch: number;
  left: number;
}

/** Counts down what is left of the patience, one epoch at a time. */
export function earlyStop(valLosses: readonly number[], o: { patience: number; minDelta?: number }) {
  const { patience } = o;
  const minDelta = o.minDelta === undefined ? 0 : o.minDelta;
  if (valLosses.length === 0) throw new RangeError(`earlyStop: valLosses is empty, got ${valLosses.length} losses`);
  if (patience < 1 || !Number.isSafeInteger(patience)) {
    throw new RangeError(`earlyStop: patience is no positive integer, got ${patience}`);
  }
  if (minDelta < 0 || Number.isNaN(minDelta)) throw new RangeError(`earlyStop: minDelta is negative, got ${minDelta}`);

  const after = (state: State, loss: number, epoch: number): State => {
    const improves = loss < state.best - minDelta;
    return improves ? { best: loss, bestEpoch: epoch, left: patience } : { ...state, left: state.left - 1 };
  };
  let state: State = { best: Number.POSITIVE_INFINITY, bestEpoch: -1, left: patience };
  let epoch = 0;
  do {
    state = after(state, valLosses[epoch] as number, epoch);
    epoch += 1;
  } while (state.left > 0 && epoch < valLosses.length);
  return { bestEpoch: state.bestEpoch, stopEpoch: epoch - 1, stopped: state.left === 0 };
}
