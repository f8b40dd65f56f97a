/** Settings of the descent. */
export interface FitOptions {
  /** Learning rate, > 0. */
  lr: number;
  /** Most updates, an integer ≥ 0. */
  maxSteps: number;
  /** Stop when both slopes are smaller than this in size, ≥ 0. */
  tol: number;
  /** Where to start; 0 when left out. */
  w0?: number;
  b0?: number;
}

/**
 * Fits ŷ = wx + b to points by gradient descent on L = (1/N) Σ (ŷ − y)².
 *
 * @param xs N inputs
 * @param ys N targets
 * @returns w and b; `steps`: updates made; `converged`: whether the slopes became small; `losses`: L before each update and
 *   at the end
 * @throws {RangeError} when data are empty, of unequal lengths or not finite, or a setting is out of its range.
 */
export function fitLine(
  xs: readonly number[],
  ys: readonly number[],
  o: FitOptions,
): { w: number; b: number; steps: number; converged: boolean; losses: number[] } {
  throw new Error('not implemented');
}
