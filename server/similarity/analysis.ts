import 'server-only';
import { db } from '../db';
import { getExercise } from '../exercise-manifest';
import { type Compared, compareAll, type Pair } from './cohort';
import { type Hashed, hashSource } from './compare';
import { findPassing, MOST_LEARNERS, nameOf, type Passing, readShipped, type Shipped } from './texts';
import { takeTurns } from './turns';

export interface Analysis extends Compared {
  passing: readonly Passing[];
  shipped: readonly Shipped[];
  /** Learners beyond {@link MOST_LEARNERS}. */
  leftOut: number;
  /** Likeness of the pairs of two learners that are alike at all, ascending. */
  ranked: Float64Array;
}

/** Comparisons and hashed submissions that are kept; what has waited longest goes first. */
const MOST_KEPT = 12;
const MOST_HASHED = 4_000;
/** Sources that are read at once. */
const BATCH = 50;

const kept = new Map<string, Promise<Compared>>();
const hashed = new Map<string, Hashed>();
/** One comparison at a time: the rest of the process goes on beside it. */
let running: Promise<unknown> = Promise.resolve();

function keep<V>(map: Map<string, V>, key: string, value: V, most: number): V {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
  return value;
}

/**
 * Everybody's first passing submission of an exercise compared with every other. Worked out when asked for and kept in this
 * process under the ids of the submissions, whose sources never change: one more pass makes another comparison.
 *
 * @throws {AppError} `not-found` for an unknown exercise
 */
export async function analyse(cohortId: string, exerciseId: string): Promise<Analysis> {
  const [{ starter }, shipped, all] = await Promise.all([
    getExercise(exerciseId),
    readShipped(exerciseId),
    findPassing(cohortId, exerciseId),
  ]);
  const passing = all.slice(0, MOST_LEARNERS);
  const name = nameOf(passing, shipped, starter);
  const compared = await keep(kept, name, kept.get(name) ?? begin(name, { passing, shipped, starter }), MOST_KEPT);
  const ranked = Float64Array.from(
    compared.pairs.filter(({ b }) => b < passing.length),
    ({ likeness }) => likeness,
  ).sort();
  return { ...compared, passing, shipped, leftOut: all.length - passing.length, ranked };
}

interface Material {
  passing: readonly Passing[];
  shipped: readonly Shipped[];
  starter: string;
}

function begin(name: string, material: Material): Promise<Compared> {
  const work = running.then(() => compare(material));
  running = work.catch(() => kept.delete(name));
  return work;
}

async function compare({ passing, shipped, starter }: Material): Promise<Compared> {
  const missing = passing.flatMap(({ id }) => (hashed.has(id) ? [] : [id]));
  const fresh = new Map<string, Hashed>();
  const turn = takeTurns();
  for (let at = 0; at < missing.length; at += BATCH) {
    const rows = await db.submission.findMany({
      where: { id: { in: missing.slice(at, at + BATCH) } },
      select: { id: true, source: true },
    });
    for (const { id, source } of rows) {
      await turn();
      fresh.set(id, hashSource(source));
    }
  }
  // Somebody's account may be gone since they were found: then their text is empty.
  const learners = passing.map(({ id }) => hashed.get(id) ?? fresh.get(id) ?? hashSource(''));
  for (const [id, text] of fresh) keep(hashed, id, text, MOST_HASHED);
  return compareAll(
    learners,
    shipped.map(({ source }) => hashSource(source)),
    hashSource(starter),
  );
}

/** Pairs of two learners that there are, alike or not. */
export function pairsOf({ passing }: Analysis): number {
  return (passing.length * (passing.length - 1)) / 2;
}

/** Of all pairs of two learners, those that are less alike. */
export function lessAlike(analysis: Analysis, { likeness }: Pair): number {
  const { ranked } = analysis;
  let [low, high] = [0, ranked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranked[middle] ?? 0) < likeness) low = middle + 1;
    else high = middle;
  }
  return pairsOf(analysis) - ranked.length + low;
}
