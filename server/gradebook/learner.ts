import 'server-only';
import type * as z from 'zod';
import type { Grade, GradeCellSchema, LearnerGrades } from '@/contracts/gradebook';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { EXTENSION_SELECT, toExtension } from '../extensions/read';
import { OVERRIDE_SELECT, toOverride } from '../overrides/read';
import { gradesForStaff } from './book';
import { type CohortGrades, gradesOf } from './load';

/** The viewer's own grades in each cohort in which they learn. */
export async function readOwnGrades(viewer: KnownViewer): Promise<{ cohorts: LearnerGrades[] }> {
  const learned = viewer.cohorts.filter(({ role }) => role === 'LEARNER');
  const cohorts: LearnerGrades[] = [];
  for (const { id } of learned) {
    const grades = await gradesOf(db, id, [viewer.id]);
    // Gone since the viewer was read.
    if (grades !== null && grades.learners.length > 0) cohorts.push(await toLearnerGrades(grades));
  }
  return { cohorts };
}

/**
 * A learner's grades as the learner sees them. The look is written to the audit trail.
 * @throws {AppError} `not-found`, also for who does not learn in a cohort of the viewer's
 */
export async function readLearnerGrades(viewer: KnownViewer, cohortId: string, userId: string): Promise<LearnerGrades> {
  const grades = await gradesForStaff(viewer, cohortId, userId);
  await audit(db, { userId: viewer.id }, { cohortId, action: 'grades.look', subject: userId });
  return toLearnerGrades(grades);
}

/**
 * How one cell of the gradebook came about.
 * @throws {AppError} `not-found`, also for an exercise outside the plan and for who does not learn in a cohort of the viewer's
 */
export async function readGradeCell(
  viewer: KnownViewer,
  cohortId: string,
  { learner, exercise }: { learner: string; exercise: string },
): Promise<z.infer<typeof GradeCellSchema>> {
  const { grades, total } = await toLearnerGrades(await gradesForStaff(viewer, cohortId, learner));
  const grade = grades.find((one) => one.exercise === exercise);
  if (grade === undefined) throw new AppError('not-found');
  return { grade, total };
}

/** @param grades of one learner */
async function toLearnerGrades({ cohort, rule, exercises, learners }: CohortGrades): Promise<LearnerGrades> {
  const [learner] = learners;
  if (learner === undefined) throw new Error('grades of nobody');
  const [overrides, extensions] = await Promise.all([
    db.gradeOverride.findMany({
      where: { userId: learner.id },
      select: { ...OVERRIDE_SELECT, exerciseId: true },
    }),
    db.extension.findMany({
      where: { userId: learner.id, cohortId: cohort.id, withdrawnAt: null },
      select: { ...EXTENSION_SELECT, exerciseId: true },
    }),
  ]);
  const set = new Map(overrides.map(({ exerciseId, ...override }) => [exerciseId, toOverride(override)]));
  const extended = new Map(extensions.map((extension) => [extension.exerciseId, toExtension(extension)]));
  return {
    ...{ cohort, rule, learner: { id: learner.id, name: learner.name }, total: learner.total },
    grades: exercises.flatMap(({ id, weight, dueAt: planned }, at): Grade[] => {
      const grade = learner.grades[at];
      if (grade === undefined) return [];
      const { dueAt, isExtended: _, ...how } = grade;
      return [
        {
          ...how,
          ...{ exercise: id, weight },
          ...{ due: dueAt?.toISOString() ?? null, planned: planned?.toISOString() ?? null },
          ...{ override: set.get(id) ?? null, extension: extended.get(id) ?? null },
        },
      ];
    }),
  };
}
