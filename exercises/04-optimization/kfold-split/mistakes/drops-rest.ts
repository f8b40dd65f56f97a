function orderOf(n: number, rng?: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; rng && i >= 1; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

export function kFold(n: number, k: number, rng?: () => number): { train: number[]; val: number[] }[] {
  const order = orderOf(n, rng);
  let start = 0;
  return Array.from({ length: k }, () => {
    const end = start + Math.floor(n / k);
    const split = { train: [...order.slice(0, start), ...order.slice(end)], val: order.slice(start, end) };
    start = end;
    return split;
  });
}
