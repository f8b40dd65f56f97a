function requireInteger(fn: string, name: string, value: number, least: number): void {
  if (typeof value !== 'number') throw new TypeError(`${fn}: ${name} must be a number, got ${typeof value}`);
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${fn}: ${name} must be an integer of at least ${least}, got ${value}`);
  }
}

/** The window spans d(k − 1) + 1 elements of n + 2p; it starts at 0, s, 2s, … as long as it fits. */
export function convOut(
  n: number,
  k: number,
  { stride = 1, pad = 0, dilation = 1 }: { stride?: number; pad?: number; dilation?: number } = {},
): number {
  requireInteger('convOut', 'n', n, 1);
  requireInteger('convOut', 'k', k, 1);
  requireInteger('convOut', 'stride', stride, 1);
  requireInteger('convOut', 'pad', pad, 0);
  requireInteger('convOut', 'dilation', dilation, 1);
  const span = dilation * (k - 1) + 1;
  const lastStart = n + 2 * pad - span;
  if (lastStart < 0) throw new RangeError(`convOut: k must fit into n + 2·pad = ${n + 2 * pad}, got a span of ${span}`);
  return Math.floor(lastStart / stride) + 1;
}

/** Each of the cout filters sees cin/groups channels and has one bias; the image's size plays no part. */
export function convParams(
  k: [number, number],
  cin: number,
  cout: number,
  { bias = true, groups = 1 }: { bias?: boolean; groups?: number } = {},
): number {
  if (!Array.isArray(k)) throw new TypeError(`convParams: k must be an array, got ${typeof k}`);
  if (k.length !== 2) throw new RangeError(`convParams: k must have 2 entries, got ${k.length}`);
  for (const size of k) requireInteger('convParams', 'k', size, 1);
  requireInteger('convParams', 'cin', cin, 1);
  requireInteger('convParams', 'cout', cout, 1);
  requireInteger('convParams', 'groups', groups, 1);
  if (cin % groups !== 0) throw new RangeError(`convParams: groups must divide cin = ${cin}, got ${groups}`);
  if (cout % groups !== 0) throw new RangeError(`convParams: groups must divide cout = ${cout}, got ${groups}`);
  const [kh, kw] = k;
  return kh * kw * (cin / groups) * cout + (bias ? cout : 0);
}
