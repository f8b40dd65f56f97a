type Kind = typeof TypeError | typeof RangeError;
function demand(fn: string, ok: boolean, kind: Kind, rule: string): void {
  if (!ok) throw new kind(`${fn}: ${rule}`);
}
function demandCounts(fn: string, counts: Record<string, number>, zeroAllowed: readonly string[] = []): void {
  for (const [name, count] of Object.entries(counts)) {
    demand(fn, typeof count === 'number', TypeError, `${name} has to be a number, got ${String(count)}`);
    demand(fn, count % 1 === 0, RangeError, `${name} has to be whole, got ${count}`);
    demand(fn, count >= (zeroAllowed.includes(name) ? 0 : 1), RangeError, `${name} is too small, got ${count}`);
  }
}

/** Moves the window as long as its last tap is inside the padded input. */
export const convOut = (n: number, k: number, o: { stride?: number; pad?: number; dilation?: number } = {}): number => {
  const { stride = 1, pad = 0, dilation = 1 } = o;
  demandCounts('convOut', { n, k, stride, pad, dilation }, ['pad']);
  let places = 0;
  for (let start = -pad; start + (k - 1) * dilation < n + pad; start += stride) places++;
  demand('convOut', places > 0, RangeError, `n is too small for the kernel, got ${n}`);
  return places;
};

/** Group by group, filter by filter. */
export const convParams = (
  k: [number, number],
  cin: number,
  cout: number,
  o: { bias?: boolean; groups?: number } = {},
): number => {
  demand('convParams', Array.isArray(k), TypeError, `k has to be a pair, got ${String(k)}`);
  demand('convParams', k.length === 2, RangeError, `k has to be a pair, got ${k.length} entries`);
  for (const extent of k) demandCounts('convParams', { k: extent });
  const { bias = true, groups = 1 } = o;
  demandCounts('convParams', { cin, cout, groups });
  for (const channels of [cin, cout]) {
    demand('convParams', channels % groups === 0, RangeError, `groups has to divide ${channels}, got ${groups}`);
  }
  let total = 0;
  for (let filter = 0; filter < cout; filter++) {
    for (let channel = 0; channel < cin; channel += groups) total += k[0] * k[1];
    if (bias) total += 1;
  }
  return total;
};
