import 'server-only';
import { CELL_LETTERS, type Cell, type Matrix, MOST_ATTEMPTS } from '@/contracts/cohort';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { STATE } from '../progress/me';
import { staffedBy } from './access';

interface Row {
  id: string;
  name: string;
  teamId: string | null;
  active: Date | null;
  /** Of each exercise that the learner has touched: its place from 1 as a character, its letter, its attempts. */
  touched: string | null;
}

/** Places are written as one character each, far from any that PostgreSQL treats as its own. */
const FIRST_PLACE = 0x4e00;
const UNTOUCHED = `${CELL_LETTERS.none}0`;

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
      assignments: { select: { exerciseId: true, dueAt: true } },
      teams: { select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  const due = new Map(cohort.assignments.map(({ exerciseId, dueAt }) => [exerciseId, dueAt]));
  const { exercises: all } = await readManifest();
  const exercises = all
    .filter(({ id }) => due.size === 0 || due.has(id))
    .map(({ id }) => ({ id, due: due.get(id)?.toISOString() ?? null }));
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.user_id AS id, u.name, e.team_id AS "teamId", max(p.updated_at) AS active,
      string_agg(
        chr(${FIRST_PLACE}::int + plan.place::int)
        || CASE
          WHEN p.state = 'PASSED_AFTER_SOLUTION' THEN ${CELL_LETTERS['after-solution']}
          WHEN p.state = 'PASSED' AND p.first_passed_at > plan.due THEN ${CELL_LETTERS.late}
          WHEN p.state = 'PASSED' THEN ${CELL_LETTERS.passed}
          WHEN p.attempts > 0 THEN ${CELL_LETTERS.trying}
          ELSE ${CELL_LETTERS.none} END
        || substr('0123456789abcdefghijklmnopqrstuvwxyz', least(p.attempts, ${MOST_ATTEMPTS}::int) + 1, 1), '') AS touched
    FROM enrolment e
    JOIN "user" u ON u.id = e.user_id
    LEFT JOIN (exercise_progress p JOIN unnest(
        ${exercises.map(({ id }) => id)}::text[],
        ${exercises.map(({ due }) => due)}::timestamptz[]
      ) WITH ORDINALITY AS plan(exercise_id, due, place) ON plan.exercise_id = p.exercise_id)
      ON p.user_id = e.user_id
    WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'
    GROUP BY e.user_id, u.name, e.team_id
    ORDER BY u.name, e.user_id`;
  const teamAt = new Map(cohort.teams.map(({ id }, at) => [id, at]));
  return {
    cohort: { id: cohort.id, name: cohort.name },
    now: new Date().toISOString(),
    exercises,
    teams: cohort.teams,
    learners: rows.map(({ id, name, teamId, active, touched }) => ({
      ...{ id, name, team: teamId === null ? null : (teamAt.get(teamId) ?? null) },
      ...{ active: active?.toISOString() ?? null, cells: cellsOf(touched ?? '', exercises.length) },
    })),
  };
}

/** Two characters to an exercise, in order. */
function cellsOf(touched: string, exercises: number): string {
  const cells = Array<string>(exercises).fill(UNTOUCHED);
  for (let at = 0; at < touched.length; at += 3) {
    cells[touched.charCodeAt(at) - FIRST_PLACE - 1] = touched.slice(at + 1, at + 3);
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
    state: progress ? STATE[progress.state] : 'none',
    attempts: progress?.attempts ?? 0,
    bestScore: progress?.bestScore ?? 0,
    maxScore: progress?.maxScore ?? 0,
    hintsOpened: progress?.hintsOpened ?? 0,
    passedAt: progress?.firstPassedAt?.toISOString() ?? null,
    handedInAt: enrolment.user.submissions[0]?.createdAt.toISOString() ?? null,
    gaveUpAt: progress?.gaveUpAt?.toISOString() ?? null,
  };
}
