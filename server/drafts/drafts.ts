import 'server-only';
import type { Draft, DraftInput } from '@/contracts/learning';
import { db } from '../db';
import { appendEvents } from '../events/outbox';
import { getExercise } from '../exercise-manifest';
import { assertSourceFits } from '../source-size';
import { inTransaction, type Transaction } from '../transaction';

const SHAPE = { source: true, revision: true, updatedAt: true } as const;

interface Row {
  source: string;
  revision: number;
  updatedAt: Date;
}

export async function findDraft(viewer: { id: string }, exerciseId: string): Promise<Draft | null> {
  const row = await db.draft.findUnique({
    where: { userId_exerciseId: { userId: viewer.id, exerciseId } },
    select: SHAPE,
  });
  return row === null ? null : toDraft(row);
}

/**
 * Saves on top of `baseRevision`. `saved` is false, and `draft` the one that is there, when somebody else saved first;
 * with `force` it is overwritten, and its text kept as a draft copy. A repeated save of the same text changes nothing.
 */
export async function saveDraft(viewer: { id: string }, input: DraftInput): Promise<{ saved: boolean; draft: Draft }> {
  assertSourceFits(input.source);
  await getExercise(input.exercise);
  return inTransaction(async (tx) => {
    const key = { userId: viewer.id, exerciseId: input.exercise };
    const present = await lockDraft(tx, key);
    if (present?.source === input.source) return { saved: true, draft: toDraft(present) };
    const isOnTop = (present?.revision ?? 0) === input.baseRevision;
    if (present && !isOnTop && !input.force) return { saved: false, draft: toDraft(present) };
    if (present && !isOnTop)
      await tx.draftCopy.create({ data: { ...key, source: present.source, reason: 'OVERWRITTEN' } });
    const next = { source: input.source, revision: Math.max(present?.revision ?? 0, input.baseRevision) + 1 };
    const row = await tx.draft.upsert({
      where: { userId_exerciseId: key },
      create: { ...key, ...next },
      update: next,
      select: SHAPE,
    });
    await appendEvents(tx, viewer.id, [{ type: 'draft', exercise: input.exercise, revision: row.revision }]);
    return { saved: true, draft: toDraft(row) };
  });
}

/** The draft, held against other saves until the commit; also where there is none yet. */
async function lockDraft(tx: Transaction, key: { userId: string; exerciseId: string }): Promise<Row | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`draft:${key.userId}:${key.exerciseId}`}, 0))`;
  return tx.draft.findUnique({ where: { userId_exerciseId: key }, select: SHAPE });
}

function toDraft({ source, revision, updatedAt }: Row): Draft {
  return { source, revision, updatedAt: updatedAt.toISOString() };
}
