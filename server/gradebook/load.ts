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
  /** Submissions that were read, one to each place of the three: of which exercise, its points, when. */
  places: number[] | null;
  points: number[] | null;
  times: number[] | null;
}

/** What was touched of one exercise: its place in the plan from 1, then what progress says; times in milliseconds. */
type Cell = [place: number, bestScore: number, maxScore: number, isOverridden: boolean, lastAttemptAt: number | null];

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
  const isLast = rule.attempts === 'last';
  const rows = await db.$queryRaw<Row[]>`
    WITH plan AS MATERIALIZED (
      SELECT * FROM unnest(
        ${exercises.map((one) => one.id)}::text[],
        ${exercises.map((one) => one.dueAt?.toISOString() ?? null)}::timestamptz[]
      ) WITH ORDINALITY AS plan(exercise_id, due, place)
    ), learner AS MATERIALIZED (
      SELECT e.user_id, e.team_id FROM enrolment e
      WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'
        AND (${userIds === undefined} OR e.user_id = ANY(${[...(userIds ?? [])]}::text[]))
    ), work AS MATERIALIZED (
      -- Learner by learner: else the planner may read the progress of the whole site for a cohort of three hundred.
      SELECT learner.user_id, p.* FROM learner CROSS JOIN LATERAL (
        SELECT plan.place, p.exercise_id, p.best_score, p.max_score, p.overridden_at IS NOT NULL AS is_set,
          p.last_attempt_at, p.applied_number, p.overridden_at IS NULL AND ${isLast ? LAST_IS_UNKNOWN : BEST_IS_UNKNOWN} AS is_unknown
        FROM exercise_progress p JOIN plan ON plan.exercise_id = p.exercise_id
        WHERE p.user_id = learner.user_id AND (p.attempts > 0 OR p.overridden_at IS NOT NULL) OFFSET 0
      ) AS p
    ), tried AS (
      SELECT user_id, array_agg(place::int) AS places, array_agg(points) AS points, array_agg(at) AS times
      FROM (${isLast ? LAST : ALL}) AS scores GROUP BY user_id
    ), cells AS (
      SELECT user_id, json_agg(json_build_array(
        place, best_score, max_score, is_set, ${sqlMs(Prisma.sql`last_attempt_at`)})) AS cells
      FROM work GROUP BY user_id
    )
    SELECT u.id, u.name, ${SQL_GIVEN_EMAIL} AS email, learner.team_id AS "teamId", cells.cells,
      tried.places, tried.points, tried.times
    FROM learner
    JOIN "user" u ON u.id = learner.user_id
    LEFT JOIN cells ON cells.user_id = learner.user_id
    LEFT JOIN tried ON tried.user_id = learner.user_id
    ORDER BY u.name, u.id`;
  return {
    cohort: { id, name, timeZone },
    ...{ rule, now, teams, exercises },
    learners: rows.map(({ cells, places, points, times, ...learner }) => {
      const touched = new Map((cells ?? []).map((cell) => [cell[0], cell]));
      const read = earliestOf(places ?? [], points ?? [], times ?? []);
      const works = exercises.map(({ id: exerciseId, outOf }, at) =>
        toWork(touched.get(at + 1), read.get(at + 1), outOf, extensions.get(`${learner.id} ${exerciseId}`) ?? null),
      );
      return { ...learner, ...gradesOfLearner(exercises, works, rule, now) };
    }),
  };
}

/** `most`: points of the present version, for who has not been graded by any. */
function toWork(
  cell: Cell | undefined,
  read: ReadonlyMap<number, number> | undefined,
  most: number,
  extendedTo: Date | null,
): Work {
  if (cell === undefined) return { outOf: most, attempts: [], override: null, extendedTo };
  const [, bestScore, maxScore, isOverridden, lastAttemptAt] = cell;
  // Where none were read, the best score is that of one on time, of the only one or of a last that passed, or else 0.
  const attempts = read ? [...read] : lastAttemptAt === null ? [] : [[bestScore, lastAttemptAt] as const];
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

/** By place, of each score the earliest time: a later one of the same points is never worth more. */
function earliestOf(
  places: readonly number[],
  points: readonly number[],
  times: readonly number[],
): Map<number, Map<number, number>> {
  const earliest = new Map<number, Map<number, number>>();
  places.forEach((place, at) => {
    const scores = earliest.get(place) ?? new Map<number, number>();
    const [score = 0, time = 0] = [points[at], times[at]];
    scores.set(score, Math.min(time, scores.get(score) ?? time));
    earliest.set(place, scores);
  });
  return earliest;
}

/** Progress says what the best is worth as long as nothing is late. */
const BEST_IS_UNKNOWN = Prisma.sql`COALESCE(p.last_attempt_at > plan.due, false)`;

/** There are several, unless the last is the first that passed: that has all points, as the best has. */
const LAST_IS_UNKNOWN = Prisma.sql`(p.attempts > 1
  AND COALESCE(p.state <> 'PASSED' OR p.first_passed_at < p.last_attempt_at, true))`;

/** Submissions that progress has counted and that may score, as `applyFinished` has it (server/progress/fold.ts). */
const COUNTED = Prisma.sql`
  s.user_id = w.user_id AND s.exercise_id = w.exercise_id AND s.number <= w.applied_number
    AND (NOT s.after_solution OR c.count_after_solution)`;

const READ = Prisma.sql`COALESCE(r.score, 0) AS points, (extract(epoch FROM s.created_at) * 1000)::float8 AS at`;

/** In one go, not cell by cell. */
const ALL = Prisma.sql`
  SELECT w.user_id, w.place, ${READ}
  FROM work w
  JOIN submission s ON s.user_id = w.user_id AND s.exercise_id = w.exercise_id
  JOIN grading_run r ON r.id = s.official_run_id LEFT JOIN cohort c ON c.id = s.cohort_id
  WHERE w.is_unknown AND ${COUNTED}`;

const LAST = Prisma.sql`
  SELECT w.user_id, w.place, last.points, last.at FROM work w CROSS JOIN LATERAL (
    SELECT ${READ}
    FROM submission s JOIN grading_run r ON r.id = s.official_run_id LEFT JOIN cohort c ON c.id = s.cohort_id
    WHERE ${COUNTED} ORDER BY s.number DESC LIMIT 1
  ) AS last WHERE w.is_unknown`;
