import 'server-only';
import type { ExercisePage } from '@/contracts/cohort-exercise';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { getExercise } from '../exercise-manifest';
import { staffedBy } from './access';
import { readClusters, readDiffering, readFailingChecks, readProblems } from './exercise-trouble';
import { discriminationIndex, type Mark, spread } from './statistics';

/** Lower edges of the bins: attempts one by one up to nine. */
const ATTEMPT_BINS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Minutes: at once, ten, an hour, a day, a week. */
const MINUTE_BINS = [0, 1, 10, 60, 1_440, 10_080];

/** One learner of the cohort and the exercise. */
interface Row {
  state: 'TRYING' | 'PASSED' | 'PASSED_AFTER_SOLUTION' | null;
  isOverridden: boolean;
  hints: number;
  /** Graded submissions in the cohort. */
  submissions: number;
  attemptsToPass: number | null;
  minutesToPass: number | null;
}

/**
 * How an exercise went for a cohort. Nobody's work is in it, only where to find some: nothing is written to the audit trail.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business and an unknown exercise
 */
export async function readExercise(viewer: KnownViewer, cohortId: string, exerciseId: string): Promise<ExercisePage> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id: cohortId }] },
    select: { id: true, name: true },
  });
  if (cohort === null) throw new AppError('not-found');
  const exercise = await getExercise(exerciseId);
  const place = { cohortId, exerciseId };
  const [rows, marks, failing, problems, clusters, differing, trend] = await Promise.all([
    readRows(place),
    readMarks(place),
    readFailingChecks(place),
    readProblems(place),
    readClusters(place),
    readDiffering(place),
    readTrend(viewer, exerciseId),
  ]);
  const checks = new Map(exercise.checks.map((check) => [check.id, check]));
  return {
    cohort,
    exercise: exercise.id,
    version: exercise.version,
    learners: countStates(rows),
    submissions: rows.reduce((sum, { submissions }) => sum + submissions, 0),
    attempts: spread(
      rows.flatMap(({ attemptsToPass }) => attemptsToPass ?? []),
      ATTEMPT_BINS,
    ),
    minutes: spread(
      rows.flatMap(({ minutesToPass }) => minutesToPass ?? []),
      MINUTE_BINS,
    ),
    hints: byHints(rows),
    discrimination: { index: discriminationIndex(marks), learners: marks.length },
    checks: failing.map((check) => ({
      ...check,
      title: checks.get(check.id)?.title ?? null,
      visibility: checks.get(check.id)?.visibility ?? null,
    })),
    ...{ problems, clusters, differing, trend },
  };
}

const isPassed = ({ state }: Row) => state === 'PASSED' || state === 'PASSED_AFTER_SOLUTION';

function countStates(rows: readonly Row[]): ExercisePage['learners'] {
  const count = (which: (row: Row) => boolean) => rows.filter(which).length;
  const isTouched = (row: Row) => row.submissions > 0 || row.isOverridden || isPassed(row);
  return {
    all: rows.length,
    notStarted: count((row) => !isTouched(row)),
    trying: count((row) => isTouched(row) && !isPassed(row)),
    passed: count(({ state }) => state === 'PASSED'),
    afterSolution: count(({ state }) => state === 'PASSED_AFTER_SOLUTION'),
    overridden: count(({ isOverridden }) => isOverridden),
  };
}

function byHints(rows: readonly Row[]): ExercisePage['hints'] {
  const tried = rows.filter(({ submissions }) => submissions > 0);
  const most = Math.max(-1, ...tried.map(({ hints }) => hints));
  return Array.from({ length: most + 1 }, (_, hints) => {
    const those = tried.filter((row) => row.hints === hints);
    return { hints, learners: those.length, passed: those.filter(isPassed).length };
  });
}

/** Every learner of the cohort, whatever they have done. */
function readRows({ cohortId, exerciseId }: { cohortId: string; exerciseId: string }): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH graded AS (
      SELECT s.user_id, s.created_at, r.passed, row_number() OVER (PARTITION BY s.user_id ORDER BY s.number) AS attempt
      FROM submission s JOIN grading_run r ON r.id = s.official_run_id
      WHERE s.cohort_id = ${cohortId} AND s.exercise_id = ${exerciseId}
    ), worked AS (
      SELECT user_id, count(*)::int AS submissions, (min(attempt) FILTER (WHERE passed))::int AS attempts,
        extract(epoch FROM min(created_at) FILTER (WHERE passed) - min(created_at))::float8 / 60 AS minutes
      FROM graded GROUP BY user_id
    )
    SELECT p.state::text AS state, p.overridden_at IS NOT NULL AS "isOverridden",
      COALESCE(p.hints_opened, 0) AS hints, COALESCE(w.submissions, 0) AS submissions,
      w.attempts AS "attemptsToPass", w.minutes AS "minutesToPass"
    FROM enrolment e
    LEFT JOIN exercise_progress p ON p.user_id = e.user_id AND p.exercise_id = ${exerciseId}
    LEFT JOIN worked w ON w.user_id = e.user_id
    WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'`;
}

/**
 * How learners did at first sight, since with as many attempts as one likes nearly all pass in the end: whether their first
 * submission of this exercise passed, and which share of their first submissions of others did. Learners of both only.
 */
function readMarks({ cohortId, exerciseId }: { cohortId: string; exerciseId: string }): Promise<Mark[]> {
  return db.$queryRaw<Mark[]>`
    SELECT (max(r.passed::int) FILTER (WHERE s.exercise_id = ${exerciseId}))::float8 AS item,
      (avg(r.passed::int) FILTER (WHERE s.exercise_id <> ${exerciseId}))::float8 AS rest
    FROM enrolment e
    JOIN submission s ON s.user_id = e.user_id AND s.cohort_id = e.cohort_id AND s.number = 1
    JOIN grading_run r ON r.id = s.official_run_id
    WHERE e.cohort_id = ${cohortId} AND e.role = 'LEARNER'
    GROUP BY e.user_id
    HAVING bool_or(s.exercise_id = ${exerciseId}) AND bool_or(s.exercise_id <> ${exerciseId})`;
}

async function readTrend(viewer: KnownViewer, exerciseId: string): Promise<ExercisePage['trend']> {
  const cohorts = await db.cohort.findMany({
    where: staffedBy(viewer),
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true },
    take: 20,
  });
  const rows = await db.$queryRaw<{ id: string; tried: number; passed: number }[]>`
    SELECT e.cohort_id AS id, count(*)::int AS tried, (count(*) FILTER (WHERE p.state <> 'TRYING'))::int AS passed
    FROM enrolment e JOIN exercise_progress p ON p.user_id = e.user_id
    WHERE e.role = 'LEARNER' AND e.cohort_id = ANY(${cohorts.map(({ id }) => id)}::text[])
      AND p.exercise_id = ${exerciseId} AND (p.attempts > 0 OR p.overridden_at IS NOT NULL)
    GROUP BY e.cohort_id`;
  const counts = new Map(rows.map(({ id, ...count }) => [id, count]));
  return cohorts.map((cohort) => ({ ...cohort, ...(counts.get(cohort.id) ?? { tried: 0, passed: 0 }) }));
}
