import 'server-only';

/** Two primes below 2²⁶: a product of two remainders stays below 2⁵², where numbers are exact. */
const PRIMES = [67_108_859, 67_108_837] as const;
const BASES = [31_415_926, 27_182_818] as const;
const SPAN = 2 ** 26;

/**
 * Hash of each k-gram, rolled from one to the next (Karp & Rabin 1987). Two remainders make one number below 2⁵², so that
 * unequal k-grams of a whole cohort hardly ever share one.
 *
 * @param codes one number to a token
 * @returns one hash to a place at which k tokens begin; none for fewer than k tokens
 */
export function hashGrams(codes: ArrayLike<number>, k: number): Float64Array {
  const hashes = new Float64Array(Math.max(0, codes.length - k + 1));
  for (const [lane, prime] of PRIMES.entries()) {
    const base = BASES[lane] ?? 0;
    const residue = (at: number) => (((codes[at] ?? 0) % prime) + prime) % prime;
    let highest = 1;
    for (let step = 1; step < k; step += 1) highest = (highest * base) % prime;
    let hash = 0;
    for (let at = 0; at < codes.length; at += 1) {
      if (at >= k) hash = (hash + prime - ((highest * residue(at - k)) % prime)) % prime;
      hash = (hash * base + residue(at)) % prime;
      if (at >= k - 1) hashes[at - k + 1] = (hashes[at - k + 1] ?? 0) * SPAN + hash;
    }
  }
  return hashes;
}

/**
 * Places whose hashes are a text's fingerprints: of each window of hashes the smallest, of equal ones the rightmost.
 * Schleimer, Wilkerson & Aiken (2003), Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD. Two texts that share
 * w + k − 1 tokens in a row share a fingerprint in them. Hashes in `ignored` are never chosen, and hide none beside them.
 *
 * @param window hashes to a window, w; fewer hashes in all are one window
 * @returns ascending
 */
export function winnow(hashes: ArrayLike<number>, window: number, ignored?: ReadonlySet<number>): number[] {
  const weights = Array.from(hashes, (hash) => (ignored?.has(hash) ? Infinity : hash));
  const chosen: number[] = [];
  for (let end = Math.min(window, weights.length); end <= weights.length && end > 0; end += 1) {
    let least = Math.max(0, end - window);
    for (let at = least + 1; at < end; at += 1) {
      if ((weights[at] ?? Infinity) <= (weights[least] ?? Infinity)) least = at;
    }
    if (weights[least] !== Infinity && least !== chosen.at(-1)) chosen.push(least);
  }
  return chosen;
}
