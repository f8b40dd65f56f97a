import 'server-only';
import type { GradingInput, GradingSetup } from '@/contracts/gradebook';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { holdCohort } from '../cohorts/setup';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { queueCohortScores } from '../lti/score-jobs';
import { inTransaction } from '../transaction';
import { RULE_SELECT, toRule } from './rule-columns';

/** @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business */
export async function readGrading(viewer: KnownViewer, id: string): Promise<GradingSetup> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id }] },
    select: { ...RULE_SELECT, assignments: { select: { exerciseId: true, weight: true } } },
  });
  if (cohort === null) throw new AppError('not-found');
  const weights = new Map(cohort.assignments.map(({ exerciseId, weight }) => [exerciseId, weight]));
  const { exercises } = await readManifest();
  return {
    rule: toRule(cohort),
    weights: exercises.flatMap((exercise) => {
      const weight = weights.get(exercise.id);
      return weight === undefined ? [] : [{ exercise: exercise.id, weight }];
    }),
    isManager: canManageCohort(viewer, id),
  };
}

/**
 * How submissions become grades from now on. Nothing is stored that was worked out by the rule before.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `invalid-input` for a weight of an exercise outside the plan
 */
export async function changeGrading(
  viewer: KnownViewer,
  id: string,
  { rule, weights }: GradingInput,
): Promise<GradingSetup> {
  await inTransaction(async (tx) => {
    const { assignments } = await holdCohort(tx, viewer, id);
    const planned = new Set(assignments.map(({ exerciseId }) => exerciseId));
    if (weights.some(({ exercise }) => !planned.has(exercise))) throw new AppError('invalid-input');
    const { percentPerDay, most, nothingAfter } = rule.late;
    await tx.cohort.update({
      where: { id },
      data: {
        attemptsRule: rule.attempts === 'last' ? 'LAST' : 'BEST',
        ...{ latePercent: percentPerDay, lateMost: most, lateDays: nothingAfter },
      },
    });
    await tx.$executeRaw`
      UPDATE assignment a SET weight = given.weight
      FROM unnest(${weights.map(({ exercise }) => exercise)}::text[], ${weights.map(({ weight }) => weight)}::float8[])
        AS given(exercise_id, weight)
      WHERE a.cohort_id = ${id} AND a.exercise_id = given.exercise_id`;
    await queueCohortScores(tx, id);
    await audit(
      tx,
      { userId: viewer.id },
      { cohortId: id, action: 'cohort.grading', subject: id, detail: { rule, weights } },
    );
  });
  return readGrading(viewer, id);
}
