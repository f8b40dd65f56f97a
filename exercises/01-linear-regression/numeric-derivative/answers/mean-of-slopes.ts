function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`numericDerivative: ${rule}`);
}

/** Rise over run between the two neighbours of x. */
export const numericDerivative = (f: (x: number) => number, x: number, h = 1e-5): number => {
  demand(typeof f === 'function', TypeError, `f has to be callable, got ${f}`);
  demand(Number.isFinite(x), RangeError, `x has to be a finite number, got ${x}`);
  demand(h > 0 && h < Number.POSITIVE_INFINITY, RangeError, `h has to be in (0, ∞), got ${h}`);
  const [left, right] = [x - h, x + h];
  const rise = f(right) - f(left);
  const run = h + h;
  return rise / run;
};
