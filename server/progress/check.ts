import 'server-only';
import { db } from '../db';
import { appendEvents } from '../events/outbox';
import { inTransaction, type Transaction } from '../transaction';
import { findStandings, recomputeProgress } from './exercise-progress';
import { NOTHING_YET, type Standing } from './fold';

/** A row of materialised progress that does not say what the submissions say. */
export interface Mismatch {
  userId: string;
  exerciseId: string;
  /** Null: there is no row. */
  kept: Standing | null;
  right: Standing;
}

/** Learners whose submissions are read at once. */
const BATCH = 20;

const COLUMNS = Object.keys(NOTHING_YET) as (keyof Standing)[];
const STANDING = {
  state: true,
  bestScore: true,
  maxScore: true,
  attempts: true,
  firstPassedAt: true,
  lastAttemptAt: true,
  appliedNumber: true,
} as const satisfies Record<keyof Standing, true>;

/**
 * Compares every row of materialised progress with the submissions behind it, while the site runs. What differs at first
 * sight is worked out once more with the row held, so that a grade that comes in meanwhile is no mismatch.
 *
 * @param repair mends what is wrong, and tells its learner's pages
 * @returns `rows`: how many were compared
 */
export async function checkProgress({ repair }: { repair: boolean }): Promise<{ rows: number; wrong: Mismatch[] }> {
  let rows = 0;
  const wrong: Mismatch[] = [];
  for (let after = ''; ; ) {
    const people = await db.user.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true },
    });
    if (people.length === 0) return { rows, wrong };
    const ids = people.map(({ id }) => id);
    after = ids.at(-1) ?? after;
    const standings = await findStandings(db, ids);
    const kept = await db.exerciseProgress.findMany({
      where: { userId: { in: ids } },
      select: { userId: true, exerciseId: true, ...STANDING },
    });
    const known = new Map(kept.map((row) => [`${row.userId} ${row.exerciseId}`, row]));
    const keys = [...new Set([...standings.keys(), ...known.keys()])].toSorted();
    rows += keys.length;
    for (const key of keys) {
      if (areEqual(known.get(key) ?? null, standings.get(key) ?? NOTHING_YET)) continue;
      const [userId = '', exerciseId = ''] = key.split(' ');
      const mismatch = await lookAgain(userId, exerciseId, repair);
      if (mismatch !== null) wrong.push(mismatch);
    }
  }
}

/** Ends a transaction that should leave nothing behind. */
class Undo extends Error {}

async function lookAgain(userId: string, exerciseId: string, repair: boolean): Promise<Mismatch | null> {
  let mismatch: Mismatch | null = null;
  try {
    await inTransaction(async (tx) => {
      const [person] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "user" WHERE id = ${userId} FOR KEY SHARE`;
      if (person === undefined) throw new Undo();
      await tx.$queryRaw`
        SELECT 1 FROM exercise_progress WHERE user_id = ${userId} AND exercise_id = ${exerciseId} FOR UPDATE`;
      const kept = await findStanding(tx, userId, exerciseId);
      await recomputeProgress(tx, userId, exerciseId);
      const right = (await findStanding(tx, userId, exerciseId)) ?? NOTHING_YET;
      mismatch = areEqual(kept, right) ? null : { userId, exerciseId, kept, right };
      if (mismatch === null || !repair) throw new Undo();
      await appendEvents(tx, userId, [{ type: 'progress' }]);
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return mismatch;
}

function findStanding(tx: Transaction, userId: string, exerciseId: string): Promise<Standing | null> {
  return tx.exerciseProgress.findUnique({ where: { userId_exerciseId: { userId, exerciseId } }, select: STANDING });
}

function areEqual(kept: Standing | null, right: Standing): boolean {
  return kept !== null && COLUMNS.every((column) => comparable(kept[column]) === comparable(right[column]));
}

const comparable = (value: Standing[keyof Standing]) => (value instanceof Date ? value.getTime() : value);
