import 'server-only';
import type { Deed, Timeline } from '@/contracts/cohort-learner';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { sharedEntries } from '../log/visible';
import { findLearner } from './learner-access';

/** Entries of one page. */
const PAGE = 50;

interface Row {
  at: Date;
  key: string;
  deed: Deed;
}

/**
 * What a learner did, and what was done to their work, newest first. Reading, drafts and help belong to the person;
 * submissions, posts and sessions are those of this cohort; of the log only what its own rules let the viewer read. The
 * look is written to the audit trail.
 *
 * @param before `next` of the page before: a moment and, since several things may share it, the key of an entry
 * @throws {AppError} `not-found`, also for who does not learn in a cohort of the viewer's
 */
export async function readTimeline(
  viewer: KnownViewer,
  { cohortId, userId }: { cohortId: string; userId: string },
  before?: string,
): Promise<Timeline> {
  await findLearner(viewer, cohortId, userId);
  await audit(db, { userId: viewer.id }, { cohortId, action: 'learner.timeline', subject: userId });
  const shared = await db.logEntry.findMany({
    where: { AND: [sharedEntries(viewer), { userId }] },
    select: { id: true },
  });
  const split = before?.indexOf('~') ?? -1;
  const since = before === undefined ? null : new Date(before.slice(0, split));
  const sinceKey = before?.slice(split + 1) ?? '';
  const rows = await db.$queryRaw<Row[]>`
    WITH work AS (
      SELECT s.*, r.passed, r.score, r.max_score FROM submission s LEFT JOIN grading_run r ON r.id = s.official_run_id
      WHERE s.user_id = ${userId} AND s.cohort_id = ${cohortId}
    ), event (at, kind, id, more) AS (
      SELECT started_at, 'lesson-started', lesson_id, jsonb_build_object('lesson', lesson_id)
      FROM lesson_progress WHERE user_id = ${userId}
      UNION ALL
      SELECT finished_at, 'lesson-finished', lesson_id, jsonb_build_object('lesson', lesson_id)
      FROM lesson_progress WHERE user_id = ${userId} AND finished_at IS NOT NULL
      UNION ALL
      SELECT updated_at, 'quick-check', check_id,
        jsonb_build_object('check', check_id, 'correct', correct, 'attempts', attempts)
      FROM quick_check_answer WHERE user_id = ${userId}
      UNION ALL
      SELECT updated_at, 'draft', exercise_id, jsonb_build_object('exercise', exercise_id)
      FROM draft WHERE user_id = ${userId}
      UNION ALL
      SELECT gave_up_at, 'gave-up', exercise_id, jsonb_build_object('exercise', exercise_id)
      FROM exercise_progress WHERE user_id = ${userId} AND gave_up_at IS NOT NULL
      UNION ALL
      SELECT solution_opened_at, 'solution-opened', exercise_id, jsonb_build_object('exercise', exercise_id)
      FROM exercise_progress WHERE user_id = ${userId} AND solution_opened_at IS NOT NULL
      UNION ALL
      SELECT created_at, 'submission', id, jsonb_build_object(
        'submission', id, 'exercise', exercise_id, 'number', number,
        'passed', passed, 'score', score, 'maxScore', max_score,
        'comments', (SELECT count(*) FROM submission_comment c WHERE c.submission_id = work.id AND c.deleted_at IS NULL))
      FROM work
      UNION ALL
      SELECT g.decided_at, 'regraded', r.id, jsonb_build_object(
        'submission', work.id, 'exercise', work.exercise_id, 'number', work.number, 'passed', r.passed)
      FROM work JOIN grading_run r ON r.submission_id = work.id AND r.status = 'GRADED'
      JOIN regrade g ON g.id = r.regrade_id AND g.decision = 'ACCEPTED'
      UNION ALL
      SELECT created_at, 'overridden', exercise_id, jsonb_build_object('exercise', exercise_id, 'passed', passed)
      FROM grade_override WHERE user_id = ${userId}
      UNION ALL
      SELECT x.created_at, 'extended', x.exercise_id, jsonb_build_object(
        'exercise', x.exercise_id, 'day', (x.due_at AT TIME ZONE c.time_zone)::date)
      FROM extension x JOIN cohort c ON c.id = x.cohort_id
      WHERE x.user_id = ${userId} AND x.cohort_id = ${cohortId} AND x.withdrawn_at IS NULL
      UNION ALL
      SELECT c.created_at, 'comment', c.id,
        jsonb_build_object('submission', work.id, 'exercise', work.exercise_id, 'number', work.number)
      FROM work JOIN submission_comment c ON c.submission_id = work.id AND c.author_id = ${userId} AND c.deleted_at IS NULL
      UNION ALL
      SELECT p.created_at, 'post', p.id, jsonb_build_object('thread', t.id, 'title', t.title, 'number', p.number)
      FROM post p JOIN thread t ON t.id = p.thread_id
      WHERE p.author_id = ${userId} AND t.cohort_id = ${cohortId} AND p.deleted_at IS NULL
      UNION ALL
      SELECT posted_at, 'log', id, jsonb_build_object('entry', id, 'day', day)
      FROM log_entry WHERE id = ANY(${shared.map(({ id }) => id)}::text[])
      UNION ALL
      SELECT COALESCE(a.joined_at, s.started_at, s.created_at), 'session', s.id, jsonb_build_object(
        'session', s.id, 'day', s.day,
        'state', CASE WHEN a.joined_at IS NOT NULL THEN 'present' WHEN a.excused THEN 'excused' ELSE 'absent' END)
      FROM attendance a JOIN peer_session s ON s.id = a.session_id JOIN team ON team.id = s.team_id
      WHERE a.user_id = ${userId} AND team.cohort_id = ${cohortId}
        AND (a.joined_at IS NOT NULL OR a.excused OR s.ended_at IS NOT NULL)
    )
    SELECT at, kind || ':' || id AS key, more || jsonb_build_object('kind', kind) AS deed FROM event
    WHERE ${since}::timestamptz IS NULL OR (at, kind || ':' || id) < (${since}::timestamptz, ${sinceKey})
    ORDER BY at DESC, key DESC LIMIT ${PAGE + 1}`;
  const entries = rows.slice(0, PAGE).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  const last = entries.at(-1);
  return { entries, next: rows.length > PAGE && last ? `${last.at}~${last.key}` : null };
}
