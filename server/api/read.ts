import 'server-only';
import type * as z from 'zod';
import {
  type ApiCohort,
  type ApiCohortPageSchema,
  type ApiExercisePageSchema,
  ApiIdSchema,
  type ApiLearnerPageSchema,
  type ApiPageQuery,
  type ApiSubmissionPageSchema,
  type ApiSubmissionQuery,
} from '@/contracts/api-v1';
import { givenEmail } from '../accounts/placeholder-email';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import { type ApiCaller, noteLook, reachOf } from './caller';
import { toPage } from './http';

const COHORT = {
  id: true,
  name: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  _count: { select: { enrolments: { where: { role: 'LEARNER' } } } },
} as const;

interface CohortRow {
  id: string;
  name: string;
  timeZone: string;
  startsOn: Date;
  endsOn: Date | null;
  _count: { enrolments: number };
}

const dayOf = (day: Date): string => day.toISOString().slice(0, 10);

function toCohort({ _count, startsOn, endsOn, ...cohort }: CohortRow): ApiCohort {
  return { ...cohort, startsOn: dayOf(startsOn), endsOn: endsOn && dayOf(endsOn), learners: _count.enrolments };
}

/** The cohorts that the token reads, the oldest first. */
export async function listApiCohorts(
  caller: ApiCaller,
  { limit, cursor }: ApiPageQuery,
): Promise<z.infer<typeof ApiCohortPageSchema>> {
  const rows = await db.cohort.findMany({
    where: { AND: [reachOf(caller), after(cursor)] },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: COHORT,
  });
  const page = toPage(rows, limit, { item: toCohort, cursor: ({ id }) => id });
  await noteLook(
    caller,
    page.data.map(({ id }) => id),
  );
  return page;
}

/** @throws {AppError} `not-found`, also for one that the token does not reach */
export async function readApiCohort(caller: ApiCaller, id: string): Promise<ApiCohort> {
  await requireCohort(caller, id);
  const row = await db.cohort.findFirst({ where: { AND: [reachOf(caller), { id }] }, select: COHORT });
  if (row === null) throw new AppError('not-found');
  return toCohort(row);
}

/** @throws {AppError} `not-found` */
export async function listApiLearners(
  caller: ApiCaller,
  cohortId: string,
  { limit, cursor }: ApiPageQuery,
): Promise<z.infer<typeof ApiLearnerPageSchema>> {
  await requireCohort(caller, cohortId);
  const rows = await db.enrolment.findMany({
    where: { role: 'LEARNER', cohort: { AND: [reachOf(caller), { id: cohortId }] }, userId: after(cursor).id },
    orderBy: { userId: 'asc' },
    take: limit + 1,
    select: {
      createdAt: true,
      user: { select: { id: true, name: true, email: true, emailVerified: true, isAnonymous: true } },
      team: { select: { id: true, name: true } },
    },
  });
  return toPage(rows, limit, {
    item: ({ user, team, createdAt }) => ({
      ...{ id: user.id, name: user.name, team, joinedAt: createdAt.toISOString() },
      ...{ email: givenEmail(user), emailVerified: user.emailVerified },
    }),
    cursor: ({ user }) => user.id,
  });
}

/**
 * The cohort's plan, in course order: all of it, however long. Without a plan that is the whole course, and nothing is due.
 * @throws {AppError} `not-found`
 */
export async function listApiExercises(
  caller: ApiCaller,
  cohortId: string,
): Promise<z.infer<typeof ApiExercisePageSchema>> {
  await requireCohort(caller, cohortId);
  const [{ exercises }, assignments] = await Promise.all([
    readManifest(),
    db.assignment.findMany({
      where: { cohort: { AND: [reachOf(caller), { id: cohortId }] } },
      select: { exerciseId: true, opensAt: true, dueAt: true, weight: true },
    }),
  ]);
  const planned = new Map(assignments.map((assignment) => [assignment.exerciseId, assignment]));
  return {
    data: exercises
      .filter(({ id }) => planned.size === 0 || planned.has(id))
      .map(({ id, title, maxScore }) => {
        const { opensAt, dueAt, weight } = planned.get(id) ?? { opensAt: null, dueAt: null, weight: 1 };
        return {
          ...{ id, title, outOf: maxScore, weight },
          ...{ opensAt: opensAt?.toISOString() ?? null, dueAt: dueAt?.toISOString() ?? null },
        };
      }),
    next: null,
  };
}

/**
 * What was handed in in the cohort by who learns in it, without the code.
 * @throws {AppError} `not-found`
 */
export async function listApiSubmissions(
  caller: ApiCaller,
  cohortId: string,
  { limit, cursor, learner, exercise, since }: ApiSubmissionQuery,
): Promise<z.infer<typeof ApiSubmissionPageSchema>> {
  await requireCohort(caller, cohortId);
  const rows = await db.submission.findMany({
    where: {
      AND: [after(cursor)],
      cohort: { AND: [reachOf(caller), { id: cohortId }] },
      user: { enrolments: { some: { cohortId, role: 'LEARNER' } } },
      ...(learner === undefined ? {} : { userId: learner }),
      ...(exercise === undefined ? {} : { exerciseId: exercise }),
      ...(since === undefined ? {} : { createdAt: { gte: new Date(since) } }),
    },
    // Ids are made in the order of time.
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: { ...SUMMARY_SELECT, userId: true },
  });
  return toPage(rows, limit, {
    item: ({ userId, ...row }) => {
      const { score, maxScore, createdAt, ...summary } = toSummary(row);
      return { ...summary, learner: userId, points: score, outOf: maxScore, handedInAt: createdAt };
    },
    cursor: ({ id }) => id,
  });
}

/**
 * Proves that the token reads the cohort, and writes the look down.
 * @throws {AppError} `not-found`
 */
export async function requireCohort(caller: ApiCaller, id: string): Promise<void> {
  const isInReach =
    ApiIdSchema.safeParse(id).success && (await db.cohort.count({ where: { AND: [reachOf(caller), { id }] } })) > 0;
  if (!isInReach) throw new AppError('not-found');
  await noteLook(caller, [id]);
}

function after(cursor: string | undefined): { id: { gt?: string } } {
  return { id: cursor === undefined ? {} : { gt: cursor } };
}
