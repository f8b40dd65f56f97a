import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import {
  CELL_LENGTH,
  CELL_LETTERS,
  type Cell,
  type CellState,
  FIRST_DAY,
  type Matrix,
  MOST_ATTEMPTS,
} from '@/contracts/cohort';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { staffedBy } from './access';
import { dueFor, sqlIsLate } from './due';

interface Row {
  id: string;
  name: string;
  teamId: string | null;
  active: Date | null;
  /** Four characters to each exercise that the learner has touched: its place from 1, its letter, its attempts, its day. */
  touched: string | null;
}

/** Numbers are written as one character each, far from any that PostgreSQL treats as its own. */
const FIRST_CHARACTER = 0x4e00;
/** Days after {@link FIRST_DAY} that are still one character: until 2075. */
const MOST_DAYS = 20_000;
const UNTOUCHED = '.0000';

/**
 * The whole matrix, from materialised progress: one query, one row to a learner.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function readMatrix(viewer: KnownViewer, cohortId: string): Promise<Matrix> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id: cohortId }] },
    select: {
      id: true,
      name: true,
      timeZone: true,
      assignments: { select: { exerciseId: true, dueAt: true } },
      teams: { select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
      extensions: { where: { withdrawnAt: null }, select: { userId: true, exerciseId: true, dueAt: true } },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  const due = new Map(cohort.assignments.map(({ exerciseId, dueAt }) => [exerciseId, dueAt]));
  const { exercises: all } = await readManifest();
  const exercises = all
    .filter(({ id }) => due.size === 0 || due.has(id))
    .map(({ id }) => ({ id, due: due.get(id)?.toISOString() ?? null }));
  const isLate = sqlIsLate(Prisma.sql`p.first_passed_at`, {
    ...{ planned: Prisma.sql`plan.due`, cohortId: Prisma.sql`e.cohort_id` },
    ...{ userId: Prisma.sql`p.user_id`, exerciseId: Prisma.sql`p.exercise_id` },
  });
  const letter: Record<CellState, string> = CELL_LETTERS;
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.user_id AS id, u.name, e.team_id AS "teamId", work.active, work.touched
    FROM enrolment e
    JOIN "user" u ON u.id = e.user_id
    -- Learner by learner: else the planner may read the progress of the whole site for a cohort of three hundred.
    CROSS JOIN LATERAL (
      SELECT max(p.last_attempt_at) AS active,
        string_agg(
          chr(${FIRST_CHARACTER}::int + plan.place::int)
          || CASE
            WHEN p.overridden_at IS NOT NULL AND p.state = 'TRYING' THEN ${letter['overridden-open']}
            WHEN p.overridden_at IS NOT NULL THEN ${letter['overridden-passed']}
            WHEN p.state = 'PASSED_AFTER_SOLUTION' THEN ${letter['after-solution']}
            WHEN p.state = 'PASSED' AND ${isLate} THEN ${letter.late}
            WHEN p.state = 'PASSED' THEN ${letter.passed}
            WHEN p.attempts > 0 THEN ${letter.trying}
            ELSE ${letter.none} END
          || substr('0123456789abcdefghijklmnopqrstuvwxyz', least(p.attempts, ${MOST_ATTEMPTS}::int) + 1, 1)
          || chr(${FIRST_CHARACTER}::int + least(${MOST_DAYS}::int, greatest(0,
            (coalesce(p.first_passed_at, p.last_attempt_at) AT TIME ZONE ${cohort.timeZone})::date - ${FIRST_DAY}::date))), ''
        ) AS touched
      FROM exercise_progress p
      JOIN unnest(${exercises.map(({ id }) => id)}::text[], ${exercises.map(({ due }) => due)}::timestamptz[])
        WITH ORDINALITY AS plan(exercise_id, due, place) ON plan.exercise_id = p.exercise_id
      WHERE p.user_id = e.user_id
    ) work
    WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'
    ORDER BY u.name, u.id`;
  const teamAt = new Map(cohort.teams.map(({ id }, at) => [id, at]));
  return {
    cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone },
    now: new Date().toISOString(),
    exercises,
    extensions: cohort.extensions.flatMap(({ userId, exerciseId, dueAt }) =>
      dueFor(due.get(exerciseId) ?? null, dueAt) === dueAt
        ? [{ learner: userId, exercise: exerciseId, due: dueAt.toISOString() }]
        : [],
    ),
    teams: cohort.teams,
    learners: rows.map(({ id, name, teamId, active, touched }) => ({
      ...{ id, name, team: teamId === null ? null : (teamAt.get(teamId) ?? null) },
      ...{ active: active?.toISOString() ?? null, cells: cellsOf(touched ?? '', exercises.length) },
    })),
  };
}

/** {@link CELL_LENGTH} characters to an exercise, in order. */
function cellsOf(touched: string, exercises: number): string {
  const cells = Array<string>(exercises).fill(UNTOUCHED);
  const number = (at: number) => touched.charCodeAt(at) - FIRST_CHARACTER;
  for (let at = 0; at < touched.length; at += 4) {
    const day = number(at + 3).toString(36);
    cells[number(at) - 1] = touched.slice(at + 1, at + 3) + day.padStart(CELL_LENGTH - 2, '0');
  }
  return cells.join('');
}

/**
 * What stands behind one cell.
 * @throws {AppError} `not-found`, also for somebody who does not learn in a cohort of the viewer's
 */
export async function readCell(
  viewer: KnownViewer,
  cohortId: string,
  { learner, exercise }: { learner: string; exercise: string },
): Promise<Cell> {
  const enrolment = await db.enrolment.findFirst({
    where: { userId: learner, role: 'LEARNER', cohort: { AND: [staffedBy(viewer), { id: cohortId }] } },
    select: {
      user: {
        select: {
          exerciseProgress: { where: { exerciseId: exercise } },
          submissions: {
            where: { exerciseId: exercise },
            orderBy: { number: 'desc' },
            take: 1,
            select: { createdAt: true },
          },
        },
      },
    },
  });
  if (enrolment === null) throw new AppError('not-found');
  const [progress] = enrolment.user.exerciseProgress;
  return {
    attempts: progress?.attempts ?? 0,
    bestScore: progress?.bestScore ?? 0,
    maxScore: progress?.maxScore ?? 0,
    hintsOpened: progress?.hintsOpened ?? 0,
    passedAt: progress?.firstPassedAt?.toISOString() ?? null,
    handedInAt: enrolment.user.submissions[0]?.createdAt.toISOString() ?? null,
    gaveUpAt: progress?.gaveUpAt?.toISOString() ?? null,
    overriddenAt: progress?.overriddenAt?.toISOString() ?? null,
  };
}
