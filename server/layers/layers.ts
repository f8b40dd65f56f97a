import 'server-only';
import { LAYERS, type MyLayers } from '@/contracts/layers';
import { db } from '../db';
import type { Transaction } from '../transaction';

const EXERCISES = LAYERS.map(({ exercise }) => exercise);

/** A learner's latest passing submission of each exercise that is a layer. Only ever their own. */
function findPassed(tx: Transaction, userId: string) {
  return tx.submission.findMany({
    where: { userId, exerciseId: { in: EXERCISES }, officialRun: { passed: true } },
    orderBy: [{ exerciseId: 'asc' }, { number: 'desc' }],
    distinct: ['exerciseId'],
    select: { id: true, exerciseId: true },
  });
}

/** The viewer's own library, as the page compiles it. */
export async function listLayers(viewer: { id: string }): Promise<MyLayers> {
  const passed = await findPassed(db, viewer.id);
  const rows = await db.submission.findMany({
    where: { id: { in: passed.map(({ id }) => id) }, userId: viewer.id },
    select: { id: true, exerciseId: true, source: true },
    orderBy: { exerciseId: 'asc' },
  });
  return { layers: rows.map(({ id, exerciseId, source }) => ({ exercise: exerciseId, submission: id, source })) };
}

/** Writes down what the library of a new submission is made of. */
export async function keepLayers(tx: Transaction, submission: { id: string; userId: string }): Promise<void> {
  const passed = await findPassed(tx, submission.userId);
  await tx.submissionLayer.createMany({
    data: passed.map(({ id, exerciseId }) => ({ submissionId: submission.id, exerciseId, layerId: id })),
  });
}

/** Sources of the library that a submission was made with, by exercise. */
export async function readLayers(tx: Transaction, submissionId: string): Promise<Record<string, string>> {
  const rows = await tx.submissionLayer.findMany({
    where: { submissionId },
    select: { exerciseId: true, layer: { select: { source: true } } },
  });
  return Object.fromEntries(rows.map(({ exerciseId, layer }) => [exerciseId, layer.source]));
}
