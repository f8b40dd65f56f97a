/**
 * Where training stops, and which epoch was best.
 *
 * @param valLosses one validation loss per epoch
 * @param o.patience epochs without improvement after which training stops, an integer ≥ 1
 * @param o.minDelta an improvement must be larger than this, ≥ 0
 * @returns indices of epochs; `bestEpoch` is −1 when none improved
 * @throws {RangeError} when there are no losses, or a setting is out of its range.
 */
export function earlyStop(
  valLosses: readonly number[],
  o: { patience: number; minDelta?: number },
): { bestEpoch: number; stopEpoch: number; stopped: boolean } {
  throw new Error('not implemented');
}
