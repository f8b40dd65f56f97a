function requireCounts(n: number, k: number): void {
  for (const [name, value] of [
    ['n', n],
    ['k', k],
  ] as const) {
    if (typeof value !== 'number') throw new TypeError(`kFold: ${name} must be a number, got ${typeof value}`);
    if (!Number.isInteger(value)) throw new RangeError(`kFold: ${name} must be an integer, got ${value}`);
  }
  if (k < 2 || k > n) throw new RangeError(`kFold: k must be from 2 to n = ${n}, got ${k}`);
}

/** 0 … n−1, by Fisher–Yates in an order of which all n! are equally likely. */
function orderOf(n: number, rng?: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; rng && i >= 1; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** All folds are cut from one order, so that together they are a partition of it. */
export function kFold(n: number, k: number, rng?: () => number): { train: number[]; val: number[] }[] {
  requireCounts(n, k);
  const order = orderOf(n, rng);
  let start = 0;
  return Array.from({ length: k }, (_, fold) => {
    const end = start + Math.floor(n / k) + (fold < n % k ? 1 : 0);
    const split = { train: [...order.slice(0, start), ...order.slice(end)], val: order.slice(start, end) };
    start = end;
    return split;
  });
}
