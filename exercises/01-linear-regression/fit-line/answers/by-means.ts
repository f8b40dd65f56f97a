type Options = { lr: number; maxSteps: number; tol: number; w0?: number; b0?: number };

function demand(ok: boolean, rule: string): void {
  if (!ok) throw new RangeError(`fitLine: ${rule}`);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Errors first, then their means; a while loop whose condition is the stopping rule. */
export const fitLine = (xs: readonly number[], ys: readonly number[], o: Options) => {
  demand(xs.length >= 1, `xs is empty, got ${xs.length}`);
  demand(xs.length === ys.length, `ys and xs differ in length, got ${ys.length} and ${xs.length}`);
  demand(xs.every(Number.isFinite), `xs has to be finite, got ${xs}`);
  demand(ys.every(Number.isFinite), `ys has to be finite, got ${ys}`);
  demand(o.lr > 0, `lr has to be above 0, got ${o.lr}`);
  demand(o.tol >= 0, `tol has to be at least 0, got ${o.tol}`);
  demand(o.maxSteps >= 0 && Number.isInteger(o.maxSteps), `maxSteps has to be a count, got ${o.maxSteps}`);

  let [w, b] = [o.w0 ?? 0, o.b0 ?? 0];
  const at = () => {
    const errors = xs.map((x, n) => w * x + b - (ys[n] as number));
    return {
      loss: mean(errors.map((error) => error ** 2)),
      slopes: [2 * mean(errors.map((error, n) => error * (xs[n] as number))), 2 * mean(errors)] as const,
    };
  };
  const isSmall = (slopes: readonly number[]) => slopes.every((slope) => Math.abs(slope) < o.tol);

  let now = at();
  const losses = [now.loss];
  while (losses.length <= o.maxSteps && !isSmall(now.slopes) && Number.isFinite(now.loss)) {
    w -= o.lr * now.slopes[0];
    b -= o.lr * now.slopes[1];
    now = at();
    losses.push(now.loss);
  }
  return { w, b, steps: losses.length - 1, converged: isSmall(now.slopes), losses };
};
