import 'server-only';
import { type Comparable, findMatches, type Hashed, type Likeness, likenessOf, prepare } from './compare';
import { takeTurns } from './turns';

/** What more than this share of the learners has, and more than so many of them, weighs nothing. */
export const COMMON = { share: 0.5, learners: 5 } as const;

/** `b` counts on from the learners' texts into the shipped ones. */
export interface Pair extends Likeness {
  a: number;
  b: number;
}

export interface Compared {
  /** The learners' texts, then the shipped ones. */
  texts: readonly Comparable[];
  /** Pairs that have anything in common, of two learners or of a learner and a shipped text; the most alike first. */
  pairs: readonly Pair[];
}

/** Hashes that weigh nothing: those of the starter code, and those of too many learners to tell anything. */
export async function ignoredHashes(learners: readonly Hashed[], starter: Hashed): Promise<Set<number>> {
  const turn = takeTurns();
  const ignored = new Set(starter.hashes);
  const most = Math.max(COMMON.learners, COMMON.share * learners.length);
  const holders = new Map<number, number>();
  for (const { hashes } of learners) {
    await turn();
    for (const hash of new Set(hashes)) holders.set(hash, (holders.get(hash) ?? 0) + 1);
  }
  for (const [hash, count] of holders) if (count > most) ignored.add(hash);
  return ignored;
}

/**
 * Compares what each learner handed in with that of every other and with the shipped texts. Gives way to others every few
 * milliseconds, so that the process goes on answering.
 */
export async function compareAll(
  learners: readonly Hashed[],
  shipped: readonly Hashed[],
  starter: Hashed,
): Promise<Compared> {
  const turn = takeTurns();
  const ignored = await ignoredHashes(learners, starter);
  const texts: Comparable[] = [];
  for (const text of [...learners, ...shipped]) {
    await turn();
    texts.push(prepare(text, ignored));
  }
  const holders = await holdersOf(texts, turn);
  const pairs: Pair[] = [];
  for (const [a, text] of texts.slice(0, learners.length).entries()) {
    for (const [b, seeds] of seedsAfter(a, text, holders)) {
      await turn();
      const other = texts[b] as Comparable;
      const likeness = likenessOf(text, other, findMatches(text, other, seeds));
      if (likeness.likeness > 0) pairs.push({ a, b, ...likeness });
    }
  }
  return {
    texts,
    pairs: pairs.toSorted((one, other) => other.likeness - one.likeness || one.a - other.a || one.b - other.b),
  };
}

/** Which texts have a fingerprint, and where: text, place, text, place… */
async function holdersOf(
  texts: readonly Comparable[],
  turn: () => Promise<void> | undefined,
): Promise<Map<number, number[]>> {
  const holders = new Map<number, number[]>();
  for (const [text, { places }] of texts.entries()) {
    await turn();
    for (const [hash, all] of places) {
      const known = holders.get(hash) ?? [];
      holders.set(hash, known);
      for (const place of all) known.push(text, place);
    }
  }
  return holders;
}

/** Texts after this one that share fingerprints with it, and where these are: here, there, here, there…, ascending here. */
function seedsAfter(
  at: number,
  { prints, hashes }: Comparable,
  holders: ReadonlyMap<number, readonly number[]>,
): Map<number, number[]> {
  const seeds = new Map<number, number[]>();
  for (const place of prints) {
    const held = holders.get(hashes[place] ?? 0) ?? [];
    for (let one = 0; one < held.length; one += 2) {
      const other = held[one] ?? 0;
      if (other <= at) continue;
      const known = seeds.get(other) ?? [];
      seeds.set(other, known);
      known.push(place, held[one + 1] ?? 0);
    }
  }
  return seeds;
}
