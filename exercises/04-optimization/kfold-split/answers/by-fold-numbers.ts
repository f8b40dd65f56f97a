function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`kFold: ${rule}`);
}

/** Says of each position which fold it belongs to, and filters by that. */
export const kFold = (n: number, k: number, rng?: () => number) => {
  demand(typeof n === 'number', TypeError, `n has to be a number, got ${String(n)}`);
  demand(typeof k === 'number', TypeError, `k has to be a number, got ${String(k)}`);
  demand(n % 1 === 0, RangeError, `n has to be whole, got ${n}`);
  demand(k % 1 === 0, RangeError, `k has to be whole, got ${k}`);
  demand(2 <= k && k <= n, RangeError, `k has to be in 2 … n, got ${k}`);

  const order = [...Array(n).keys()];
  if (rng !== undefined) {
    let unplaced = n;
    while (unplaced > 1) {
      const chosen = Math.trunc(unplaced * rng());
      unplaced -= 1;
      const kept = order[unplaced] as number;
      order[unplaced] = order[chosen] as number;
      order[chosen] = kept;
    }
  }
  const larger = n % k;
  const small = (n - larger) / k;
  const foldAt = order.map((_, position) => {
    const inLarger = position < larger * (small + 1);
    return inLarger ? Math.floor(position / (small + 1)) : Math.floor((position - larger) / small);
  });
  return [...Array(k).keys()].map((fold) => ({
    train: order.filter((_, position) => foldAt[position] !== fold),
    val: order.filter((_, position) => foldAt[position] === fold),
  }));
};
