import 'server-only';
import type * as z from 'zod';
import { type ApiGrades, type ApiGradesPageSchema, ApiIdSchema, type ApiPageQuery } from '@/contracts/api-v1';
import { db } from '../db';
import { AppError } from '../errors';
import { type CohortGrades, gradesOf, type LearnerGrades } from '../gradebook/load';
import { type ApiCaller, reachOf } from './caller';
import { toPage } from './http';
import { requireCohort } from './read';

/**
 * The gradebook, learner by learner.
 * @throws {AppError} `not-found`
 */
export async function listApiGrades(
  caller: ApiCaller,
  cohortId: string,
  { limit, cursor }: ApiPageQuery,
): Promise<z.infer<typeof ApiGradesPageSchema>> {
  await requireCohort(caller, cohortId);
  const rows = await findLearners(caller, cohortId, cursor === undefined ? {} : { gt: cursor }, limit + 1);
  const page = toPage(rows, limit, { item: ({ userId }) => userId, cursor: ({ userId }) => userId });
  const grades = await gradesOf(db, cohortId, page.data);
  const byLearner = new Map(grades?.learners.map((learner) => [learner.id, learner]));
  return {
    data: page.data.flatMap((id) => {
      const learner = byLearner.get(id);
      return grades === null || learner === undefined ? [] : [toGrades(grades, learner)];
    }),
    next: page.next,
  };
}

/**
 * The grades of one learner.
 * @throws {AppError} `not-found`, also for who does not learn in the cohort
 */
export async function readApiGrades(caller: ApiCaller, cohortId: string, userId: string): Promise<ApiGrades> {
  await requireCohort(caller, cohortId);
  const isId = ApiIdSchema.safeParse(userId).success;
  const [row] = isId ? await findLearners(caller, cohortId, { equals: userId }, 1) : [];
  const grades = row === undefined ? null : await gradesOf(db, cohortId, [row.userId]);
  const [learner] = grades?.learners ?? [];
  if (grades === null || learner === undefined) throw new AppError('not-found');
  return toGrades(grades, learner);
}

function findLearners(
  caller: ApiCaller,
  cohortId: string,
  userId: { gt?: string; equals?: string },
  take: number,
): Promise<{ userId: string }[]> {
  return db.enrolment.findMany({
    where: { role: 'LEARNER', cohort: { AND: [reachOf(caller), { id: cohortId }] }, userId },
    orderBy: { userId: 'asc' },
    take,
    select: { userId: true },
  });
}

function toGrades({ exercises }: CohortGrades, { id, name, total, grades }: LearnerGrades): ApiGrades {
  return {
    learner: { id, name },
    total,
    exercises: grades.map(({ dueAt, ...grade }, at) => ({
      exercise: exercises[at]?.id ?? '',
      weight: exercises[at]?.weight ?? 0,
      ...grade,
      dueAt: dueAt?.toISOString() ?? null,
    })),
  };
}
