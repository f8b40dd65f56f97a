/** Half of the difference, divided by h. */
export function numericDerivative(f: (x: number) => number, x: number, h: number = 1e-5): number {
  if (!(f instanceof Function)) throw new TypeError(`numericDerivative: f is not a function, got ${String(f)}`);
  for (const [name, value] of [
    ['x', x],
    ['h', h],
  ] as const) {
    if (Math.abs(value) === Number.POSITIVE_INFINITY || Number.isNaN(value)) {
      throw new RangeError(`numericDerivative: ${name} is not finite, got ${value}`);
    }
  }
  if (h <= 0) throw new RangeError(`numericDerivative: h must be above 0, got ${h}`);
  return (0.5 * (f(x + h) - f(x - h))) / h;
}
