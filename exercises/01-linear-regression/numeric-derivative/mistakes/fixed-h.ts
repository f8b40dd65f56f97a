export function numericDerivative(f: (x: number) => number, x: number, _h = 1e-5): number {
  const step = 1e-5;
  return (f(x + step) - f(x - step)) / (2 * step);
}
