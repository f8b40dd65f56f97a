interface FitOptions {
  lr: number;
  maxSteps: number;
  tol: number;
  w0?: number;
  b0?: number;
}

function requireData(xs: readonly number[], ys: readonly number[]): void {
  if (!(xs.length > 0)) throw new RangeError(`fitLine: xs must not be empty, got ${xs.length} numbers`);
  if (ys.length !== xs.length) throw new RangeError(`fitLine: ys must have length ${xs.length}, got ${ys.length}`);
  for (const [name, values] of [
    ['xs', xs],
    ['ys', ys],
  ] as const) {
    const bad = values.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new RangeError(`fitLine: ${name} must be finite, got ${bad}`);
  }
}

function requireOptions({ lr, maxSteps, tol }: FitOptions): void {
  if (!(lr > 0)) throw new RangeError(`fitLine: lr must be positive, got ${lr}`);
  if (!Number.isInteger(maxSteps) || maxSteps < 0) {
    throw new RangeError(`fitLine: maxSteps must be an integer of at least 0, got ${maxSteps}`);
  }
  if (!(tol >= 0)) throw new RangeError(`fitLine: tol must not be negative, got ${tol}`);
}

/** Loss and slopes of (1/N) Σ (wx + b − y)² at one (w, b). */
function evaluate(xs: readonly number[], ys: readonly number[], w: number, b: number) {
  let [loss, dw, db] = [0, 0, 0];
  for (const [n, x] of xs.entries()) {
    const error = w * x + b - (ys[n] as number);
    loss += error * error;
    dw += 2 * error * x;
    db += 2 * error;
  }
  return { loss: loss / xs.length, dw: dw / xs.length, db: db / xs.length };
}

/** Gradient descent until both slopes are below `tol`, the loss is no number any more, or the steps are used up. */
export function fitLine(
  xs: readonly number[],
  ys: readonly number[],
  o: FitOptions,
): { w: number; b: number; steps: number; converged: boolean; losses: number[] } {
  requireData(xs, ys);
  requireOptions(o);
  let { w0: w = 0, b0: b = 0 } = o;
  const losses: number[] = [];
  for (let steps = 0; ; steps++) {
    const { loss, dw, db } = evaluate(xs, ys, w, b);
    losses.push(loss);
    const converged = Math.max(Math.abs(dw), Math.abs(db)) < o.tol;
    if (converged || !Number.isFinite(loss) || steps === o.maxSteps) return { w, b, steps, converged, losses };
    w -= o.lr * dw;
    b -= o.lr * db;
  }
}
