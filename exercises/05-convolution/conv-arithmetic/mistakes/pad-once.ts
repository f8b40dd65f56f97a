export function convOut(
  n: number,
  k: number,
  { stride = 1, pad = 0, dilation = 1 }: { stride?: number; pad?: number; dilation?: number } = {},
): number {
  return Math.floor((n + pad - dilation * (k - 1) - 1) / stride) + 1;
}

export function convParams(
  k: [number, number],
  cin: number,
  cout: number,
  { bias = true, groups = 1 }: { bias?: boolean; groups?: number } = {},
): number {
  return k[0] * k[1] * (cin / groups) * cout + (bias ? cout : 0);
}
