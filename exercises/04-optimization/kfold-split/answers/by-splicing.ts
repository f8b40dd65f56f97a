const isCount = (value: number) => Number.isFinite(value) && Math.round(value) === value;

/** Takes the next fold out of what is left, as small as it may be for the folds that are still to come. */
export function kFold(n: number, k: number, rng: (() => number) | null = null) {
  if (typeof n !== 'number') throw new TypeError(`kFold: n is no number, got ${JSON.stringify(n)}`);
  if (typeof k !== 'number') throw new TypeError(`kFold: k is no number, got ${JSON.stringify(k)}`);
  if (!isCount(n)) throw new RangeError(`kFold: n is no integer, got ${n}`);
  if (!isCount(k)) throw new RangeError(`kFold: k is no integer, got ${k}`);
  if (k < 2) throw new RangeError(`kFold: k is below 2, got ${k}`);
  if (n < k) throw new RangeError(`kFold: n is below k = ${k}, got ${n}`);

  // The shuffled order from its end to its start: each draw takes the entry away, and the last one moves into its place.
  const left = Array.from({ length: n }, (_, i) => i);
  const backwards: number[] = [];
  while (left.length > 1 && rng) {
    const j = Math.floor(rng() * left.length);
    backwards.push(left[j] as number);
    const last = left.pop() as number;
    if (j < left.length) left[j] = last;
  }
  const order = [...left, ...backwards.reverse()];

  const rest = [...order];
  const folds: { train: number[]; val: number[] }[] = [];
  for (let remaining = k; remaining > 0; remaining--) {
    const val = rest.splice(0, Math.ceil(rest.length / remaining));
    const validated = new Set(val);
    folds.push({ train: order.filter((index) => !validated.has(index)), val });
  }
  return folds;
}
