/**
 * The `rng: () => number` that exercises get: uniform in [0, 1), mulberry32 by Tommy Ettinger.
 * The same seed gives the same draws on every machine.
 * @example seededRng(7)() // 0.0117…
 */
export function seededRng(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
