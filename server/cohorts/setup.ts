import 'server-only';
import { addDays, localDay } from '@/content/plan/calendar';
import type { CohortSettings, CohortSetup, CopyInput, PlanInput } from '@/contracts/cohort-settings';
import { canManageCohort, type KnownViewer, managedCohorts } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { appendEventsTo } from '../events/outbox';
import { readManifest } from '../exercise-manifest';
import { RULE_SELECT } from '../gradebook/rule-columns';
import { dateOf, dayNumber, startOfDay } from '../log/day';
import { recomputeProgress } from '../progress/exercise-progress';
import { newJoinCode } from '../teams/join-code';
import { inTransaction, type Transaction } from '../transaction';
import { staffedBy } from './access';
import { dueAtEndOf, scheduleOf } from './schedule';

/** Room for the standings of some thousand learners. */
const TIMEOUT_MS = 120_000;

const SETUP = {
  id: true,
  name: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  sessionDays: true,
  teamSize: true,
  solutionsOpen: true,
  countAfterSolution: true,
  joinCode: true,
  assignments: { select: { exerciseId: true, opensAt: true, dueAt: true } },
} as const;

/**
 * A cohort with the course's plan on its days; whoever makes it is its instructor.
 * @throws {AppError} `forbidden` for who neither is an instructor of a cohort in progress nor runs the site
 */
export async function createCohort(viewer: KnownViewer, settings: CohortSettings): Promise<string> {
  if (!viewer.isAdmin && managedCohorts(viewer).length === 0) throw new AppError('forbidden');
  const known = await exercisesOfCourse();
  return inTransaction(async (tx) => {
    const code = newJoinCode();
    const { id } = await tx.cohort.create({
      data: {
        ...{ ...columnsOf(settings), slug: `cohort-${code.toLowerCase()}`, joinCode: code },
        enrolments: { create: { userId: viewer.id, role: 'INSTRUCTOR' } },
        assignments: { create: scheduleOf(settings).filter(({ exerciseId }) => known.has(exerciseId)) },
      },
      select: { id: true },
    });
    await audit(tx, viewer, id, 'cohort.create', settings);
    return id;
  });
}

/** @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business */
export async function readSetup(viewer: KnownViewer, id: string): Promise<CohortSetup> {
  const cohort = await db.cohort.findFirst({ where: { AND: [staffedBy(viewer), { id }] }, select: SETUP });
  if (cohort === null) throw new AppError('not-found');
  const { joinCode, assignments, startsOn, endsOn, ...rest } = cohort;
  const { id: cohortId, ...settings } = rest;
  const dayOf = (at: Date | null) => at && localDay(at, cohort.timeZone);
  const place = new Map([...(await exercisesOfCourse())].map((exercise, at) => [exercise, at]));
  return {
    ...{ id: cohortId, joinCode, isManager: canManageCohort(viewer, id) },
    settings: { ...settings, startsOn: isoDay(startsOn), endsOn: endsOn && isoDay(endsOn) },
    plan: assignments
      .filter(({ exerciseId }) => place.has(exerciseId))
      .toSorted((a, b) => (place.get(a.exerciseId) ?? 0) - (place.get(b.exerciseId) ?? 0))
      .map(({ exerciseId, opensAt, dueAt }) => ({
        exercise: exerciseId,
        opensOn: dayOf(opensAt),
        dueOn: dayOf(dueAt),
      })),
  };
}

/**
 * The dates of the plan stay the moments that they are, also in another time zone. When passes after the solution begin or
 * cease to score, standings are worked out anew in the same transaction.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function changeSettings(viewer: KnownViewer, id: string, settings: CohortSettings): Promise<CohortSetup> {
  await inTransaction(
    async (tx) => {
      const before = await holdCohort(tx, viewer, id);
      await tx.cohort.update({ where: { id }, data: columnsOf(settings) });
      await audit(tx, viewer, id, 'cohort.settings', settings);
      if (before.countAfterSolution === settings.countAfterSolution) return;
      const touched = await tx.submission.findMany({
        where: { cohortId: id, afterSolution: true },
        distinct: ['userId', 'exerciseId'],
        // In one order for everybody, so that two such changes never wait for each other.
        orderBy: [{ userId: 'asc' }, { exerciseId: 'asc' }],
        select: { userId: true, exerciseId: true },
      });
      for (const { userId, exerciseId } of touched) await recomputeProgress(tx, userId, exerciseId);
      await appendEventsTo(tx, [...new Set(touched.map(({ userId }) => userId))], [{ type: 'progress' }]);
    },
    { timeout: TIMEOUT_MS },
  );
  return readSetup(viewer, id);
}

/**
 * Replaces the plan as a whole. A date whose day stays the same stays the moment that it is.
 * @throws {AppError} `not-found`; `forbidden` for an assistant; `invalid-input` for an exercise that the course has not
 */
export async function changePlan(viewer: KnownViewer, id: string, { exercises }: PlanInput): Promise<CohortSetup> {
  const known = await exercisesOfCourse();
  if (exercises.some(({ exercise }) => !known.has(exercise))) throw new AppError('invalid-input');
  await inTransaction(async (tx) => {
    const { timeZone, assignments } = await holdCohort(tx, viewer, id);
    const before = new Map(assignments.map((assignment) => [assignment.exerciseId, assignment]));
    const momentOf = (day: string | null, old: Date | null | undefined, make: (day: string, zone: string) => Date) => {
      if (day === null) return null;
      return old && localDay(old, timeZone) === day ? old : make(day, timeZone);
    };
    await replacePlan(
      tx,
      id,
      exercises.map(({ exercise: exerciseId, opensOn, dueOn }) => {
        const old = before.get(exerciseId);
        return {
          exerciseId,
          opensAt: momentOf(opensOn, old?.opensAt, startOfDay),
          dueAt: momentOf(dueOn, old?.dueAt, dueAtEndOf),
        };
      }),
    );
    await audit(tx, viewer, id, 'cohort.plan', { exercises });
  });
  return readSetup(viewer, id);
}

/**
 * The course's plan, laid out anew on the cohort's days. Exercises that were taken out come back.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function layOutPlan(viewer: KnownViewer, id: string): Promise<CohortSetup> {
  const known = await exercisesOfCourse();
  await inTransaction(async (tx) => {
    const { startsOn, endsOn, ...cohort } = await holdCohort(tx, viewer, id);
    const calendar = { ...cohort, startsOn: isoDay(startsOn), endsOn: endsOn && isoDay(endsOn) };
    const schedule = scheduleOf(calendar).filter(({ exerciseId }) => known.has(exerciseId));
    await replacePlan(tx, id, schedule);
    await audit(tx, viewer, id, 'cohort.plan', { layOut: true });
  });
  return readSetup(viewer, id);
}

/**
 * A new cohort with the same settings and plan, for another term. Dates move by whole days of the wall clock; whoever copies is
 * its instructor, and nobody else is in it.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function copyCohort(viewer: KnownViewer, id: string, { name, startsOn }: CopyInput): Promise<string> {
  return inTransaction(async (tx) => {
    await holdCohort(tx, viewer, id);
    const { assignments, watchSettings, ...settings } = await tx.cohort.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ ...SETUP, ...RULE_SELECT, id: false, joinCode: false, assignments: { omit: { cohortId: true } } },
        watchSettings: { omit: { cohortId: true } },
      },
    });
    const { timeZone, endsOn } = settings;
    const later = dayNumber(startsOn) - dayNumber(isoDay(settings.startsOn));
    const moved = (at: Date | null) => {
      if (at === null) return null;
      const day = localDay(at, timeZone);
      const time = at.getTime() - startOfDay(day, timeZone).getTime();
      return new Date(startOfDay(addDays(day, later), timeZone).getTime() + time);
    };
    const code = newJoinCode();
    const copy = await tx.cohort.create({
      data: {
        ...{ ...settings, name, slug: `cohort-${code.toLowerCase()}`, joinCode: code },
        ...{ startsOn: dateOf(startsOn), endsOn: endsOn && dateOf(addDays(isoDay(endsOn), later)) },
        enrolments: { create: { userId: viewer.id, role: 'INSTRUCTOR' } },
        ...(watchSettings && { watchSettings: { create: watchSettings } }),
        assignments: {
          create: assignments.map(({ opensAt, dueAt, ...rest }) => ({
            ...{ ...rest, opensAt: moved(opensAt), dueAt: moved(dueAt) },
          })),
        },
      },
      select: { id: true },
    });
    await audit(tx, viewer, copy.id, 'cohort.create', { copyOf: id, name, startsOn });
    return copy.id;
  });
}

/**
 * Puts a cohort away, or brings it back. Nothing in it changes.
 * @throws {AppError} `not-found`; `forbidden` for an assistant, and to bring one back for who does not run the site
 */
export async function archiveCohort(viewer: KnownViewer, id: string, archived: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    if (viewer.isAdmin) {
      const { count } = await tx.cohort.updateMany({
        where: { id, archivedAt: archived ? null : { not: null } },
        data: { archivedAt: archived ? new Date() : null },
      });
      if (count === 0 && (await tx.cohort.count({ where: { id } })) === 0) throw new AppError('not-found');
      if (count === 0) return;
    } else {
      await holdCohort(tx, viewer, id);
      if (!archived) throw new AppError('forbidden');
      await tx.cohort.update({ where: { id }, data: { archivedAt: new Date() } });
    }
    await audit(tx, viewer, id, archived ? 'cohort.archive' : 'cohort.restore', {});
  });
}

/**
 * The cohort as it is set, held until the commit.
 * @throws {AppError} `not-found`; `forbidden` for an assistant
 */
export async function holdCohort(tx: Transaction, viewer: KnownViewer, id: string) {
  const where = { AND: [staffedBy(viewer), { id }] };
  if ((await tx.cohort.count({ where })) === 0) throw new AppError('not-found');
  if (!canManageCohort(viewer, id)) throw new AppError('forbidden');
  await tx.$queryRaw`SELECT id FROM cohort WHERE id = ${id} FOR NO KEY UPDATE`;
  const cohort = await tx.cohort.findFirst({ where, select: SETUP });
  if (cohort === null) throw new AppError('not-found');
  return cohort;
}

/** Weights (server/gradebook/rule.ts) stay with their exercises. */
async function replacePlan(
  tx: Transaction,
  cohortId: string,
  plan: readonly { exerciseId: string; opensAt: Date | null; dueAt: Date | null }[],
): Promise<void> {
  await tx.assignment.deleteMany({
    where: { cohortId, exerciseId: { notIn: plan.map(({ exerciseId }) => exerciseId) } },
  });
  await tx.$executeRaw`
    INSERT INTO assignment (cohort_id, exercise_id, opens_at, due_at)
    SELECT ${cohortId}, * FROM unnest(
      ${plan.map(({ exerciseId }) => exerciseId)}::text[],
      ${plan.map(({ opensAt }) => opensAt?.toISOString() ?? null)}::timestamptz[],
      ${plan.map(({ dueAt }) => dueAt?.toISOString() ?? null)}::timestamptz[])
    ON CONFLICT (cohort_id, exercise_id) DO UPDATE SET opens_at = EXCLUDED.opens_at, due_at = EXCLUDED.due_at`;
}

function columnsOf({ startsOn, endsOn, ...settings }: CohortSettings) {
  return { ...settings, startsOn: dateOf(startsOn), endsOn: endsOn === null ? null : dateOf(endsOn) };
}

async function audit(tx: Transaction, viewer: KnownViewer, cohortId: string, action: string, detail: object) {
  await tx.auditEntry.create({ data: { actorId: viewer.id, cohortId, action, subject: cohortId, detail } });
}

/** In course order. */
async function exercisesOfCourse(): Promise<Set<string>> {
  return new Set((await readManifest()).exercises.map(({ id }) => id));
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
