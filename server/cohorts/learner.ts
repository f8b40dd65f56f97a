import 'server-only';
import type { LearnerPage } from '@/contracts/cohort-learner';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { readManifest } from '../exercise-manifest';
import { EXTENSION_SELECT, toExtension } from '../extensions/read';
import { OVERRIDE_SELECT, toOverride } from '../overrides/read';
import { STATE } from '../progress/me';
import { dueFor } from './due';
import { findLearner } from './learner-access';

/**
 * Where a learner stands, exercise by exercise. The look is written to the audit trail.
 * @throws {AppError} `not-found`, also for who does not learn in a cohort of the viewer's
 */
export async function readLearner(viewer: KnownViewer, cohortId: string, userId: string): Promise<LearnerPage> {
  const { cohort, team, user } = await findLearner(viewer, cohortId, userId);
  await audit(db, { userId: viewer.id }, { cohortId, action: 'learner.look', subject: userId });
  const [{ exercises }, progress, overrides, extensions, latest, elsewhere] = await Promise.all([
    readManifest(),
    db.exerciseProgress.findMany({ where: { userId } }),
    db.gradeOverride.findMany({ where: { userId }, select: { ...OVERRIDE_SELECT, exerciseId: true } }),
    db.extension.findMany({
      where: { userId, cohortId, withdrawnAt: null },
      select: { ...EXTENSION_SELECT, exerciseId: true },
    }),
    db.submission.findMany({
      where: { userId, cohortId },
      orderBy: [{ exerciseId: 'asc' }, { number: 'desc' }],
      distinct: ['exerciseId'],
      select: { id: true, exerciseId: true },
    }),
    db.submission.count({ where: { userId, OR: [{ cohortId: null }, { cohortId: { not: cohortId } }] } }),
  ]);
  const due = new Map(cohort.assignments.map(({ exerciseId, dueAt }) => [exerciseId, dueAt]));
  const rows = new Map(progress.map((row) => [row.exerciseId, row]));
  const set = new Map(overrides.map(({ exerciseId, ...override }) => [exerciseId, toOverride(override)]));
  const extended = new Map(extensions.map((extension) => [extension.exerciseId, extension]));
  const submissions = new Map(latest.map(({ exerciseId, id }) => [exerciseId, id]));
  return {
    cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone },
    learner: user,
    team,
    standings: exercises
      .filter(({ id }) => due.size === 0 || due.has(id) || rows.has(id))
      .map(({ id, maxScore }) => {
        const row = rows.get(id);
        const planned = due.get(id) ?? null;
        const extension = extended.get(id);
        const isTouched = row !== undefined && (row.attempts > 0 || row.overriddenAt !== null);
        return {
          exercise: id,
          due: dueFor(planned, extension?.dueAt)?.toISOString() ?? null,
          planned: planned?.toISOString() ?? null,
          state: isTouched ? STATE[row.state] : 'none',
          bestScore: row?.bestScore ?? 0,
          maxScore: isTouched ? row.maxScore : maxScore,
          attempts: row?.attempts ?? 0,
          hintsOpened: row?.hintsOpened ?? 0,
          passedAt: row?.firstPassedAt?.toISOString() ?? null,
          latest: submissions.get(id) ?? null,
          override: set.get(id) ?? null,
          extension: extension === undefined ? null : toExtension(extension),
        };
      }),
    elsewhere,
    mayOverride: canManageCohort(viewer, cohortId),
  };
}
