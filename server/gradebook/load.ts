import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import type { GradingRule } from '@/contracts/gradebook';
import { SQL_GIVEN_EMAIL } from '../accounts/placeholder-email';
import { readManifest } from '../exercise-manifest';
import type { Transaction } from '../transaction';
import { type ExerciseGrade, gradesOfLearner, type Totals, type Work } from './grades';
import { RULE_SELECT, toRule } from './rule-columns';

/** A cohort's grades at one moment. */
export interface CohortGrades {
  cohort: { id: string; name: string; timeZone: string };
  rule: GradingRule;
  /** What is due by then is due. */
  now: Date;
  teams: { id: string; name: string }[];
  /** Of the plan, or of the course where there is none (each of weight 1, none due), in course order. */
  exercises: { id: string; weight: number; dueAt: Date | null; outOf: number }[];
  /** By name. */
  learners: LearnerGrades[];
}

export interface LearnerGrades {
  id: string;
  name: string;
  /** Null: they came from a learning platform and have given none. */
  email: string | null;
  teamId: string | null;
  /** One to each exercise, in order. */
  grades: ExerciseGrade[];
  total: Totals;
}

interface Row {
  id: string;
  name: string;
  /** Null: they came from a learning platform and have given none. */
  email: string | null;
  teamId: string | null;
  cells: Cell[] | null;
}

/** What was touched of one exercise: its place in the plan from 1, then what progress says; times in milliseconds. */
type Cell = [
  place: number,
  bestScore: number,
  maxScore: number,
  isOverridden: boolean,
  lastAttemptAt: number | null,
  attempts: [points: number, handedInAt: number][] | null,
];

/**
 * The grades of a cohort's learners, from materialised progress: one query, one row to a learner. Submissions are read only
 * where progress does not say enough: of those handed in after the due date, or where the last of several counts.
 *
 * Who may see them is the caller's business; an archived cohort has grades, too.
 *
 * @param userIds of these alone; who does not learn in the cohort is left out
 * @returns null where there is no such cohort
 */
export async function gradesOf(
  db: Pick<Transaction, 'cohort' | '$queryRaw'>,
  cohortId: string,
  userIds?: readonly string[],
  now = new Date(),
): Promise<CohortGrades | null> {
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    select: {
      id: true,
      name: true,
      timeZone: true,
      ...RULE_SELECT,
      assignments: { select: { exerciseId: true, dueAt: true, weight: true } },
      teams: { select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
      extensions: {
        where: { withdrawnAt: null, ...(userIds && { userId: { in: [...userIds] } }) },
        select: { userId: true, exerciseId: true, dueAt: true },
      },
    },
  });
  if (cohort === null) return null;
  const { id, name, timeZone, teams } = cohort;
  const rule = toRule(cohort);
  const planned = new Map(cohort.assignments.map((assignment) => [assignment.exerciseId, assignment]));
  const exercises = (await readManifest()).exercises
    .filter((exercise) => planned.size === 0 || planned.has(exercise.id))
    .map((exercise) => ({
      ...{ id: exercise.id, outOf: exercise.maxScore },
      ...{ weight: planned.get(exercise.id)?.weight ?? 1, dueAt: planned.get(exercise.id)?.dueAt ?? null },
    }));
  const extensions = new Map(
    cohort.extensions.map(({ userId, exerciseId, dueAt }) => [`${userId} ${exerciseId}`, dueAt]),
  );
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.user_id AS id, u.name, ${SQL_GIVEN_EMAIL} AS email, e.team_id AS "teamId", work.cells
    FROM enrolment e
    JOIN "user" u ON u.id = e.user_id
    -- Learner by learner: else the planner may read the progress of the whole site for a cohort of three hundred.
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_array(
        plan.place, p.best_score, p.max_score, p.overridden_at IS NOT NULL, ${sqlMs(Prisma.sql`p.last_attempt_at`)},
        ${rule.attempts === 'last' ? LAST : BEST}
      )) AS cells
      FROM exercise_progress p
      JOIN unnest(${exercises.map((one) => one.id)}::text[], ${exercises.map((one) => one.dueAt?.toISOString() ?? null)}::timestamptz[])
        WITH ORDINALITY AS plan(exercise_id, due, place) ON plan.exercise_id = p.exercise_id
      WHERE p.user_id = e.user_id AND (p.attempts > 0 OR p.overridden_at IS NOT NULL)
    ) work
    WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'
      AND (${userIds === undefined} OR e.user_id = ANY(${[...(userIds ?? [])]}::text[]))
    ORDER BY u.name, u.id`;
  return {
    cohort: { id, name, timeZone },
    ...{ rule, now, teams, exercises },
    learners: rows.map(({ cells, ...learner }) => {
      const touched = new Map((cells ?? []).map((cell) => [cell[0] - 1, cell]));
      const works = exercises.map(({ id: exerciseId, outOf }, at) =>
        toWork(touched.get(at), outOf, extensions.get(`${learner.id} ${exerciseId}`) ?? null),
      );
      return { ...learner, ...gradesOfLearner(exercises, works, rule, now) };
    }),
  };
}

/** `most`: points of the present version, for who has not been graded by any. */
function toWork(cell: Cell | undefined, most: number, extendedTo: Date | null): Work {
  if (cell === undefined) return { outOf: most, attempts: [], override: null, extendedTo };
  const [, bestScore, maxScore, isOverridden, lastAttemptAt, read] = cell;
  // Where none were read, the best score is that of one on time, of the only one or of a last that passed, or else 0.
  const attempts = read ?? (lastAttemptAt === null ? [] : [[bestScore, lastAttemptAt] as const]);
  return {
    outOf: maxScore > 0 ? maxScore : most,
    attempts: attempts.map(([points, at]) => ({ points, handedInAt: new Date(at) })),
    override: isOverridden ? bestScore : null,
    extendedTo,
  };
}

function sqlMs(at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(extract(epoch FROM ${at}) * 1000)::int8`;
}

/** Submissions that progress has counted and that may score, as `applyFinished` has it (server/progress/fold.ts). */
const COUNTED = Prisma.sql`
  FROM submission s JOIN grading_run r ON r.id = s.official_run_id LEFT JOIN cohort c ON c.id = s.cohort_id
  WHERE s.user_id = p.user_id AND s.exercise_id = p.exercise_id AND s.number <= p.applied_number
    AND (NOT s.after_solution OR c.count_after_solution)`;

/** Of each score the earliest: a later one of the same points is never worth more. */
const BEST = Prisma.sql`
  CASE WHEN p.overridden_at IS NULL AND p.last_attempt_at > plan.due THEN (
    SELECT json_agg(json_build_array(points, at)) FROM (
      SELECT COALESCE(r.score, 0) AS points, ${sqlMs(Prisma.sql`min(s.created_at)`)} AS at ${COUNTED} GROUP BY 1
    ) AS scores) END`;

/** Read where there are several, unless the last is the first that passed: that has all points, as the best has. */
const LAST = Prisma.sql`
  CASE WHEN p.overridden_at IS NULL AND p.attempts > 1
    AND (p.state <> 'PASSED' OR p.first_passed_at < p.last_attempt_at) THEN (
    SELECT json_agg(json_build_array(points, at)) FROM (
      SELECT COALESCE(r.score, 0) AS points, ${sqlMs(Prisma.sql`s.created_at`)} AS at ${COUNTED}
      ORDER BY s.number DESC LIMIT 1
    ) AS scores) END`;
