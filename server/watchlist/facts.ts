import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import { addDays } from '@/content/plan/calendar';
import { WATCH_WINDOW_DAYS, type WatchReason, type WatchRule, type WatchSettings } from '@/contracts/watchlist';
import { sqlIsLate } from '../cohorts/due';
import { db } from '../db';
import { startOfDay } from '../log/day';
import { absent, behind, type FailingCheck, hints, inactive, stuck, type When } from './rules';

/** Whose facts: those of a cohort's learners, or of one of them. */
export interface Watched extends When {
  cohortId: string;
  userId?: string;
  now: Date;
  /** Exercises of the plan, or of the course where there is none. */
  exercises: readonly string[];
}

/** Reasons by learner. */
export type Reasons = Map<string, WatchReason[]>;

export interface WatchedLearner {
  id: string;
  name: string;
  email: string | null;
  teamId: string | null;
  /** Day on which they came. */
  joined: string;
  /** They have passed all there is. */
  isDone: boolean;
}

/** Learners of the cohort, or the one of them: `e` is the row of `enrolment`. */
const learning = ({ cohortId, userId }: Watched) =>
  Prisma.sql`e.cohort_id = ${cohortId} AND e.role = 'LEARNER' ${userId === undefined ? Prisma.empty : Prisma.sql`AND e.user_id = ${userId}`}`;

export function findLearners(watched: Watched): Promise<WatchedLearner[]> {
  const { calendar, exercises } = watched;
  return db.$queryRaw<WatchedLearner[]>`
    SELECT u.id, u.name, CASE WHEN NOT u.is_anonymous THEN u.email END AS email, e.team_id AS "teamId",
      (e.created_at AT TIME ZONE ${calendar.timeZone})::date::text AS joined,
      cardinality(${exercises}::text[]) > 0 AND cardinality(${exercises}::text[]) = (
        SELECT count(*) FROM exercise_progress p
        WHERE p.user_id = e.user_id AND p.state <> 'TRYING' AND p.exercise_id = ANY(${exercises}::text[])) AS "isDone"
    FROM enrolment e JOIN "user" u ON u.id = e.user_id WHERE ${learning(watched)}`;
}

/** Why a rule names whom, from its threshold on: one query for each rule that is on. */
export async function findReasons(
  watched: Watched,
  settings: WatchSettings,
  learners: readonly WatchedLearner[],
): Promise<Reasons> {
  const of: Record<WatchRule, (from: number) => Promise<[string, WatchReason[]][]>> = {
    inactive: (from) => findInactive(watched, from, learners),
    behind: (from) => findBehind(watched, from),
    stuck: (from) => findStuck(watched, from),
    absent: (from) => findAbsent(watched, from),
    hints: (from) => findHints(watched, from),
  };
  const found = await Promise.all(
    (Object.keys(of) as WatchRule[]).map((rule) => {
      const from = settings[rule];
      return from === null ? [] : of[rule](from);
    }),
  );
  const reasons: Reasons = new Map();
  for (const [learner, more] of found.flat()) reasons.set(learner, [...(reasons.get(learner) ?? []), ...more]);
  return reasons;
}

type Found = Promise<[string, WatchReason[]][]>;

/** When the days began over which things are counted. */
const windowOf = ({ calendar, today }: Watched): Date =>
  startOfDay(addDays(today, -WATCH_WINDOW_DAYS), calendar.timeZone);

const withReason = (learner: string, reason: WatchReason | null): [string, WatchReason[]] => [
  learner,
  reason === null ? [] : [reason],
];

/**
 * The last sign of work: a graded submission, reading, a quick check, a saved draft, a post, a session, an entry of the log
 * that is shared. What somebody keeps to themselves in their log is not told in this way either.
 */
async function findInactive(watched: Watched, from: number, learners: readonly WatchedLearner[]): Found {
  const { cohortId, calendar } = watched;
  const rows = await db.$queryRaw<{ learner: string; active: string | null }[]>`
    SELECT e.user_id AS learner, (work.at AT TIME ZONE ${calendar.timeZone})::date::text AS active
    FROM enrolment e
    CROSS JOIN LATERAL (SELECT greatest(
      (SELECT max(p.last_attempt_at) FROM exercise_progress p WHERE p.user_id = e.user_id),
      (SELECT max(greatest(l.started_at, l.finished_at)) FROM lesson_progress l WHERE l.user_id = e.user_id),
      (SELECT max(q.updated_at) FROM quick_check_answer q WHERE q.user_id = e.user_id),
      (SELECT max(d.updated_at) FROM draft d WHERE d.user_id = e.user_id),
      (SELECT max(p.created_at) FROM post p JOIN thread t ON t.id = p.thread_id
        WHERE p.author_id = e.user_id AND t.cohort_id = ${cohortId}),
      (SELECT max(a.joined_at) FROM attendance a JOIN peer_session s ON s.id = a.session_id
        JOIN team t ON t.id = s.team_id WHERE a.user_id = e.user_id AND t.cohort_id = ${cohortId}),
      (SELECT max(o.posted_at) FROM log_entry o WHERE o.user_id = e.user_id AND o.visibility <> 'ME')
    ) AS at) AS work
    WHERE ${learning(watched)}`;
  const joined = new Map(learners.map(({ id, joined }) => [id, joined]));
  return rows.map(({ learner, active }) =>
    withReason(learner, inactive({ active, joined: joined.get(learner) ?? calendar.startsOn }, from, watched)),
  );
}

async function findBehind(watched: Watched, from: number): Found {
  const { now, exercises } = watched;
  const late = sqlIsLate(Prisma.sql`${now}`, {
    planned: Prisma.sql`a.due_at`,
    cohortId: Prisma.sql`a.cohort_id`,
    userId: Prisma.sql`e.user_id`,
    exerciseId: Prisma.sql`a.exercise_id`,
  });
  const rows = await db.$queryRaw<{ learner: string; due: { exercise: string; due: string }[] }[]>`
    SELECT e.user_id AS learner, json_agg(json_build_object('exercise', a.exercise_id, 'due', a.due_at)) AS due
    FROM enrolment e
    JOIN assignment a ON a.cohort_id = e.cohort_id AND ${late} AND a.exercise_id = ANY(${exercises}::text[])
    LEFT JOIN exercise_progress p ON p.user_id = e.user_id AND p.exercise_id = a.exercise_id
    WHERE ${learning(watched)} AND COALESCE(p.state, 'TRYING') = 'TRYING'
    GROUP BY e.user_id HAVING count(*) >= ${from}`;
  return rows.map(({ learner, due }) =>
    withReason(
      learner,
      behind(
        due.map((one) => ({ exercise: one.exercise, due: new Date(one.due) })),
        from,
        watched,
      ),
    ),
  );
}

const FAILED = Prisma.sql`c.outcome <> 'passed'`;

/** Of each exercise that was tried lately, and neither passed nor given up, the check that failed most and failed in the latest submission that reached it. */
async function findStuck(watched: Watched, from: number): Found {
  const { cohortId, calendar, exercises } = watched;
  const since = windowOf(watched);
  const rows = await db.$queryRaw<(FailingCheck & { learner: string })[]>`
    WITH trying AS MATERIALIZED (
      SELECT p.user_id, p.exercise_id FROM enrolment e
      JOIN exercise_progress p ON p.user_id = e.user_id AND p.state = 'TRYING' AND p.attempts >= ${from}
        AND p.last_attempt_at >= ${since} AND p.gave_up_at IS NULL AND p.exercise_id = ANY(${exercises}::text[])
      WHERE ${learning(watched)}
    ), tried AS (
      SELECT s.user_id, s.exercise_id, c.check_id, count(*) FILTER (WHERE ${FAILED})::int AS count,
        min(s.created_at) FILTER (WHERE ${FAILED}) AS since, max(s.number) FILTER (WHERE ${FAILED}) AS last
      FROM trying t
      JOIN submission s ON s.user_id = t.user_id AND s.exercise_id = t.exercise_id AND s.cohort_id = ${cohortId}
      JOIN check_result c ON c.run_id = s.official_run_id AND c.outcome <> 'skipped'
      GROUP BY s.user_id, s.exercise_id, c.check_id
      HAVING count(*) FILTER (WHERE ${FAILED}) >= ${from}
        AND max(s.number) FILTER (WHERE ${FAILED}) > COALESCE(max(s.number) FILTER (WHERE NOT ${FAILED}), 0)
    ), failing AS (
      SELECT DISTINCT ON (user_id, exercise_id) * FROM tried ORDER BY user_id, exercise_id, count DESC, check_id
    )
    SELECT f.user_id AS learner, f.exercise_id AS exercise, f.check_id AS "check", f.count, s.id AS submission,
      (f.since AT TIME ZONE ${calendar.timeZone})::date::text AS since,
      c.result->'title' AS title, c.result->'diagnosis'->'text' AS diagnosis
    FROM failing f
    JOIN submission s ON s.user_id = f.user_id AND s.exercise_id = f.exercise_id AND s.number = f.last
    JOIN check_result c ON c.run_id = s.official_run_id AND c.check_id = f.check_id
    ORDER BY f.count DESC, f.exercise_id`;
  const failing = new Map<string, FailingCheck[]>();
  for (const { learner, ...one } of rows) failing.set(learner, [...(failing.get(learner) ?? []), one]);
  return [...failing].map(([learner, checks]) => [learner, stuck(checks, from, watched)]);
}

/**
 * Sessions that the learner's team held lately, since they came, without them. A day on which they were in another team's
 * session of the cohort, or were excused, is none.
 */
async function findAbsent(watched: Watched, from: number): Found {
  const { cohortId, calendar, today } = watched;
  const rows = await db.$queryRaw<{ learner: string; missed: { id: string; day: string }[] }[]>`
    SELECT e.user_id AS learner, json_agg(json_build_object('id', s.id, 'day', s.day)) AS missed
    FROM enrolment e
    JOIN peer_session s ON s.team_id = e.team_id AND s.started_at IS NOT NULL AND s.day < ${today}::date
      AND s.day >= ${addDays(today, -WATCH_WINDOW_DAYS)}::date
      AND s.day >= (e.created_at AT TIME ZONE ${calendar.timeZone})::date
    WHERE ${learning(watched)} AND NOT EXISTS (
      SELECT FROM attendance a JOIN peer_session o ON o.id = a.session_id JOIN team t ON t.id = o.team_id
      WHERE a.user_id = e.user_id AND o.day = s.day AND t.cohort_id = ${cohortId}
        AND (a.joined_at IS NOT NULL OR a.excused))
    GROUP BY e.user_id HAVING count(*) >= ${from}`;
  return rows.map(({ learner, missed }) => withReason(learner, absent(missed, from, watched)));
}

async function findHints(watched: Watched, from: number): Found {
  const { exercises } = watched;
  const since = windowOf(watched);
  const rows = await db.$queryRaw<{ learner: string; opened: { exercise: string; hints: number }[] }[]>`
    SELECT e.user_id AS learner,
      json_agg(json_build_object('exercise', p.exercise_id, 'hints', p.hints_opened) ORDER BY p.exercise_id) AS opened
    FROM enrolment e
    JOIN exercise_progress p ON p.user_id = e.user_id AND p.hints_opened > 0
      AND p.exercise_id = ANY(${exercises}::text[]) AND (p.state = 'TRYING' OR p.first_passed_at >= ${since})
    WHERE ${learning(watched)} GROUP BY e.user_id HAVING sum(p.hints_opened) >= ${from}`;
  return rows.map(({ learner, opened }) => withReason(learner, hints(opened, from)));
}
