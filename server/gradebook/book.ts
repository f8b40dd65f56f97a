import 'server-only';
import { GRADE_LETTERS, type Gradebook, type GradeMark } from '@/contracts/gradebook';
import type { KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { AppError } from '../errors';
import type { ExerciseGrade } from './grades';
import { type CohortGrades, gradesOf } from './load';

/**
 * Grades of a cohort that the viewer assists or teaches in.
 * @param learner of this one alone
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business and for who does not learn in it
 */
export async function gradesForStaff(viewer: KnownViewer, cohortId: string, learner?: string): Promise<CohortGrades> {
  const where = { AND: [staffedBy(viewer), { id: cohortId }] };
  if ((await db.cohort.count({ where })) === 0) throw new AppError('not-found');
  const grades = await gradesOf(db, cohortId, learner === undefined ? undefined : [learner]);
  if (grades === null || (learner !== undefined && grades.learners.length === 0)) throw new AppError('not-found');
  return grades;
}

/** @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business */
export async function readGradebook(viewer: KnownViewer, cohortId: string): Promise<Gradebook> {
  const { cohort, rule, now, teams, exercises, learners } = await gradesForStaff(viewer, cohortId);
  const teamAt = new Map(teams.map(({ id }, at) => [id, at]));
  return {
    ...{ cohort, rule, teams, now: now.toISOString() },
    exercises: exercises.map(({ id, weight, dueAt, outOf }) => ({
      ...{ id, weight, outOf, due: dueAt?.toISOString() ?? null },
    })),
    learners: learners.map(({ id, name, teamId, grades, total }) => ({
      ...{ id, name, team: teamId === null ? null : (teamAt.get(teamId) ?? null), ...total },
      points: grades.map(({ points }) => points),
      marks: grades.map((grade) => GRADE_LETTERS[markOf(grade, now)]).join(''),
    })),
  };
}

/** What a cell says. */
export function markOf({ source, lateDays, dueAt, isExtended }: ExerciseGrade, now: Date): GradeMark {
  if (source === 'override') return 'overridden';
  if (source === 'submission') return lateDays > 0 ? 'late' : 'submitted';
  if (dueAt !== null && dueAt <= now) return 'zero';
  return isExtended ? 'extended' : 'none';
}
