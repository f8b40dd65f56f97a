interface Line {
  w: number;
  b: number;
}
interface Settings {
  lr: number;
  maxSteps: number;
  tol: number;
  w0?: number;
  b0?: number;
}

class Descent {
  readonly losses: number[] = [];

  constructor(
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
  ) {}

  /** Slopes at a line; keeps its loss. */
  visit({ w, b }: Line): Line {
    const n = this.xs.length;
    const errors = this.xs.map((x, i) => w * x + b - (this.ys[i] as number));
    this.losses.push(errors.reduce((sum, e) => sum + (e * e) / n, 0));
    return {
      w: errors.reduce((sum, e, i) => sum + (2 * e * (this.xs[i] as number)) / n, 0),
      b: errors.reduce((sum, e) => sum + (2 * e) / n, 0),
    };
  }
}

/** A line is an object, and so are its slopes. */
export function fitLine(xs: readonly number[], ys: readonly number[], o: Settings) {
  if (xs.length === 0) throw new RangeError('fitLine: xs has no numbers, got []');
  if (xs.length !== ys.length) throw new RangeError(`fitLine: ys does not fit xs, got ${ys.length} numbers`);
  for (const [i, x] of xs.entries()) {
    if (!Number.isFinite(x)) throw new RangeError(`fitLine: xs holds no finite number, got ${x}`);
    if (!Number.isFinite(ys[i])) throw new RangeError(`fitLine: ys holds no finite number, got ${ys[i]}`);
  }
  if (!(o.lr > 0)) throw new RangeError(`fitLine: lr is not positive, got ${o.lr}`);
  if (o.maxSteps < 0 || o.maxSteps % 1 !== 0) throw new RangeError(`fitLine: maxSteps is no count, got ${o.maxSteps}`);
  if (Number.isNaN(o.tol) || o.tol < 0) throw new RangeError(`fitLine: tol is negative, got ${o.tol}`);

  const descent = new Descent(xs, ys);
  let line: Line = { w: o.w0 ?? 0, b: o.b0 ?? 0 };
  let steps = 0;
  for (;;) {
    const slope = descent.visit(line);
    const converged = Math.abs(slope.w) < o.tol && Math.abs(slope.b) < o.tol;
    const lost = !Number.isFinite(descent.losses[steps]);
    if (converged || lost || steps >= o.maxSteps) return { ...line, steps, converged, losses: descent.losses };
    line = { w: line.w - o.lr * slope.w, b: line.b - o.lr * slope.b };
    steps += 1;
  }
}
