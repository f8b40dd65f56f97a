function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`gaussianMle: xs ${rule}`);
}

/** Distances from the first number are small when the numbers lie together; their moments do for the rest. */
export const gaussianMle = (xs: readonly number[]) => {
  demand(Array.isArray(xs), TypeError, `has to be a list, got ${JSON.stringify(xs)}`);
  demand(
    xs.every((x) => typeof x === 'number'),
    TypeError,
    `has to hold numbers only, got ${JSON.stringify(xs)}`,
  );
  demand(xs.length > 0, RangeError, 'has to hold a number, got none');
  demand(xs.every(Number.isFinite), RangeError, `has to be finite, got ${xs}`);

  const [origin] = xs as [number];
  let total = 0;
  for (const x of xs) total += x - origin;
  const shift = total / xs.length;
  let squares = 0;
  for (const x of xs) squares += (x - origin - shift) ** 2;
  return { mu: origin + shift, variance: squares / xs.length };
};
