/** (f(x+h) − f(x−h)) / 2h: its error falls with h², that of a one-sided difference only with h. */
export function numericDerivative(f: (x: number) => number, x: number, h = 1e-5): number {
  if (typeof f !== 'function') throw new TypeError(`numericDerivative: f must be a function, got ${typeof f}`);
  if (!Number.isFinite(x)) throw new RangeError(`numericDerivative: x must be finite, got ${x}`);
  if (!(h > 0) || !Number.isFinite(h)) {
    throw new RangeError(`numericDerivative: h must be positive and finite, got ${h}`);
  }
  return (f(x + h) - f(x - h)) / (2 * h);
}
