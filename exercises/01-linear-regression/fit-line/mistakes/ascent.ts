export function fitLine(
  xs: readonly number[],
  ys: readonly number[],
  o: { lr: number; maxSteps: number; tol: number; w0?: number; b0?: number },
) {
  const slopes = (w: number, b: number) => {
    const errors = xs.map((x, n) => w * x + b - (ys[n] as number));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0) / xs.length;
    return {
      loss: errors.reduce((total, error) => total + error * error, 0) / xs.length,
      dw: 2 * sum(errors.map((error, n) => error * (xs[n] as number))),
      db: 2 * sum(errors),
    };
  };
  let { w0: w = 0, b0: b = 0 } = o;
  const losses: number[] = [];
  for (let steps = 0; ; steps++) {
    const { loss, dw, db } = slopes(w, b);
    losses.push(loss);
    const converged = Math.max(Math.abs(dw), Math.abs(db)) < o.tol;
    if (converged || !Number.isFinite(loss) || steps === o.maxSteps) return { w, b, steps, converged, losses };
    w += o.lr * dw;
    b += o.lr * db;
  }
}
