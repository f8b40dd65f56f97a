import 'server-only';
import { type Tokens, tokenize } from './tokens';
import { hashGrams, winnow } from './winnow';

/** Shorter runs of equal tokens say nothing. */
export const GRAM = 12;
/** Hashes to a window: every shared run of {@link GRAM} + {@link WINDOW} − 1 tokens is found. */
export const WINDOW = 5;
/** Of a fingerprint that one text has many times, so many places are looked at. */
const MOST_REPEATS = 16;

/** A text with the hash of each of its k-grams. */
export interface Hashed extends Tokens {
  hashes: Float64Array;
}

export function hashSource(source: string): Hashed {
  const tokens = tokenize(source);
  return { ...tokens, hashes: hashGrams(tokens.codes, GRAM) };
}

/** A text made ready to be compared: without what everybody has. */
export interface Comparable extends Hashed {
  /** Before each token and at the end: how many tokens so far are in no ignored k-gram. */
  countedBefore: Uint32Array;
  /** How many those are in all. */
  counted: number;
  /** Where its fingerprints are: ascending, and by hash. */
  prints: readonly number[];
  places: ReadonlyMap<number, readonly number[]>;
}

/** @param ignored hashes that weigh nothing: of the starter code, and of what many have */
export function prepare(text: Hashed, ignored: ReadonlySet<number>): Comparable {
  const counts = new Uint8Array(text.codes.length).fill(1);
  for (const [at, hash] of text.hashes.entries()) if (ignored.has(hash)) counts.fill(0, at, at + GRAM);
  const countedBefore = new Uint32Array(counts.length + 1);
  for (const [at, one] of counts.entries()) countedBefore[at + 1] = (countedBefore[at] ?? 0) + one;
  const places = new Map<number, number[]>();
  const prints = winnow(text.hashes, WINDOW, ignored).filter((at) => {
    const hash = text.hashes[at] ?? 0;
    const known = places.get(hash) ?? [];
    places.set(hash, known);
    return known.length < MOST_REPEATS && known.push(at);
  });
  return { ...text, countedBefore, counted: countedBefore.at(-1) ?? 0, prints, places };
}

/** A run of equal tokens: where it begins in either text, in tokens. */
export interface Match {
  a: number;
  b: number;
  length: number;
}

export interface Likeness {
  /** Tokens in matches, of those that count. */
  matched: readonly [a: number, b: number];
  /** Those of both over what counts of both, 0 to 1; 0 where nothing counts. */
  likeness: number;
}

/**
 * What two texts have in common: runs of at least {@link GRAM} equal tokens that hold a fingerprint of both, each token in at
 * most one of them, the longest first to be taken (greedy string tiling, Wise 1993). In order of the first text.
 *
 * @param seeds places of shared fingerprints, where they are known: in a, in b, in a, in b…, ascending in a
 */
export function findMatches(a: Comparable, b: Comparable, seeds = seedsOf(a, b)): Match[] {
  const runs = findRuns(a, b, seeds).sort(
    (one, other) => other.length - one.length || one.a - other.a || one.b - other.b,
  );
  const [takenA, takenB] = [new Uint8Array(a.codes.length), new Uint8Array(b.codes.length)];
  const matches: Match[] = [];
  for (const run of runs) {
    for (let from = 0; from < run.length; ) {
      let to = from;
      while (to < run.length && takenA[run.a + to] === 0 && takenB[run.b + to] === 0) to += 1;
      if (to - from >= GRAM) {
        matches.push({ a: run.a + from, b: run.b + from, length: to - from });
        takenA.fill(1, run.a + from, run.a + to);
        takenB.fill(1, run.b + from, run.b + to);
      }
      from = to + 1;
    }
  }
  return matches.sort((one, other) => one.a - other.a);
}

function seedsOf(a: Comparable, b: Comparable): number[] {
  return a.prints.flatMap((inA) => (b.places.get(a.hashes[inA] ?? 0) ?? []).flatMap((inB) => [inA, inB]));
}

/** Each shared fingerprint, as far as the tokens around it are equal. */
function findRuns(a: Comparable, b: Comparable, seeds: readonly number[]): Match[] {
  const runs: Match[] = [];
  /** How far a diagonal (place in a − place in b) is known already. */
  const reached = new Map<number, number>();
  for (let seed = 0; seed < seeds.length; seed += 2) {
    const inA = seeds[seed] ?? 0;
    const shift = inA - (seeds[seed + 1] ?? 0);
    if (inA < (reached.get(shift) ?? 0)) continue;
    let from = inA;
    while (from > 0 && from > shift && a.codes[from - 1] === b.codes[from - 1 - shift]) from -= 1;
    let to = inA;
    while (to < a.codes.length && to - shift < b.codes.length && a.codes[to] === b.codes[to - shift]) to += 1;
    reached.set(shift, to);
    if (to - from >= GRAM) runs.push({ a: from, b: from - shift, length: to - from });
  }
  return runs;
}

export function likenessOf(a: Comparable, b: Comparable, matches: readonly Match[]): Likeness {
  const [inA, inB] = [countIn(a, matches, 'a'), countIn(b, matches, 'b')];
  const counted = a.counted + b.counted;
  return { matched: [inA, inB], likeness: counted === 0 ? 0 : (inA + inB) / counted };
}

function countIn({ countedBefore }: Comparable, matches: readonly Match[], side: 'a' | 'b'): number {
  return matches.reduce((sum, match) => {
    const from = match[side];
    return sum + (countedBefore[from + match.length] ?? 0) - (countedBefore[from] ?? 0);
  }, 0);
}
