const isCount = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;

/** ⌈(room + 1)/s⌉ = ⌊room/s⌋ + 1 for whole numbers. */
export function convOut(n: number, k: number, o?: { stride?: number; pad?: number; dilation?: number }): number {
  const pad = o?.pad ?? 0;
  const stride = o?.stride ?? 1;
  const dilation = o?.dilation ?? 1;
  const least = { n: 1, k: 1, stride: 1, pad: 0, dilation: 1 };
  for (const [name, value] of Object.entries({ n, k, stride, pad, dilation })) {
    if (typeof value !== 'number') throw new TypeError(`convOut: ${name} is no number, got ${JSON.stringify(value)}`);
    if (!isCount(value, least[name as keyof typeof least]))
      throw new RangeError(`convOut: ${name} is bad, got ${value}`);
  }
  const places = n + pad + pad - k - (dilation - 1) * (k - 1) + 1;
  if (places < 1) throw new RangeError(`convOut: pad leaves no place for the window, got ${pad}`);
  return Math.ceil(places / stride);
}

/** One filter with its bias, times the number of filters. */
export function convParams(
  k: [number, number],
  cin: number,
  cout: number,
  o?: { bias?: boolean; groups?: number },
): number {
  const groups = o?.groups ?? 1;
  const ofFilter = o?.bias === false ? 0 : 1;
  if (!Array.isArray(k)) throw new TypeError(`convParams: k is no array, got ${JSON.stringify(k)}`);
  if (k.length !== 2) throw new RangeError(`convParams: k is no pair, got ${k}`);
  const numbers = [['k', k[0]] as const, ['k', k[1]] as const, ...Object.entries({ cin, cout, groups })];
  for (const [name, value] of numbers) {
    if (typeof value !== 'number')
      throw new TypeError(`convParams: ${name} is no number, got ${JSON.stringify(value)}`);
    if (!isCount(value, 1)) throw new RangeError(`convParams: ${name} is bad, got ${value}`);
  }
  const channels = cin / groups;
  if (!isCount(channels, 1)) throw new RangeError(`convParams: cin is no multiple of groups, got ${cin}`);
  if (!isCount(cout / groups, 1)) throw new RangeError(`convParams: cout is no multiple of groups, got ${cout}`);
  return cout * (k.reduce((area, extent) => area * extent, channels) + ofFilter);
}
