import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { db } from '../db';
import { AppError } from '../errors';
import { mergeDrafts } from './merge-drafts';

type Transaction = Prisma.TransactionClient;

/**
 * Moves all that a guest did to a member, then deletes the guest. All or nothing. Drafts of exercises that both had
 * are both kept: the later one stays in the editor, the other becomes an earlier version; `conflicts` counts them.
 */
export async function mergeGuest(guestId: string, memberId: string): Promise<{ conflicts: number }> {
  return db.$transaction(
    async (tx) => {
      await lockPair(tx, guestId, memberId);
      await mergeSubmissions(tx, guestId, memberId);
      await mergeExerciseProgress(tx, guestId, memberId);
      await mergeLessonProgress(tx, guestId, memberId);
      await mergeQuickChecks(tx, guestId, memberId);
      const conflicts = await mergeDrafts(tx, guestId, memberId);
      await tx.$executeRaw`
        UPDATE enrolment SET user_id = ${memberId} WHERE user_id = ${guestId}
          AND cohort_id NOT IN (SELECT cohort_id FROM enrolment WHERE user_id = ${memberId})`;
      await tx.outboxEvent.deleteMany({ where: { stream: `user:${guestId}` } });
      await tx.user.delete({ where: { id: guestId } });
      return { conflicts };
    },
    { timeout: 30_000 },
  );
}

/** Two merges of one guest, or a sign-up of the guest meanwhile, wait for each other; the second finds no guest. */
async function lockPair(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; is_anonymous: boolean }[]>`
    SELECT id, is_anonymous FROM "user" WHERE id IN (${guestId}, ${memberId}) ORDER BY id FOR UPDATE`;
  const isGuest = rows.some((row) => row.id === guestId && row.is_anonymous);
  const isMember = rows.some((row) => row.id === memberId && !row.is_anonymous);
  if (!isGuest || !isMember) throw new AppError('conflict');
}

/** Numbers run in order of creation again; they pass through negatives so that no two rows ever share one. */
async function mergeSubmissions(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE submission SET client_id = gen_random_uuid() WHERE user_id = ${guestId}
      AND client_id IN (SELECT client_id FROM submission WHERE user_id = ${memberId})`;
  await tx.$executeRaw`
    UPDATE submission SET number = -number WHERE user_id IN (${guestId}, ${memberId})
      AND exercise_id IN (SELECT exercise_id FROM submission WHERE user_id = ${guestId})`;
  await tx.$executeRaw`
    UPDATE submission SET user_id = ${memberId}, number = ordered.number FROM (
      SELECT id, row_number() OVER (PARTITION BY exercise_id ORDER BY created_at, id) AS number
      FROM submission WHERE user_id IN (${guestId}, ${memberId}) AND number < 0
    ) AS ordered WHERE submission.id = ordered.id`;
}

/** Best state and score, sum of attempts, most hints, earliest solution: what one person did under two names. */
async function mergeExerciseProgress(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO exercise_progress AS mine (user_id, exercise_id, state, best_score, max_score, attempts, hints_opened,
      gave_up_at, solution_opened_at, first_passed_at, applied_number, updated_at)
    SELECT ${memberId}, exercise_id, state, best_score, max_score, attempts, hints_opened,
      gave_up_at, solution_opened_at, first_passed_at, applied_number, now()
    FROM exercise_progress WHERE user_id = ${guestId}
    ON CONFLICT (user_id, exercise_id) DO UPDATE SET
      state = CASE WHEN 'PASSED' IN (mine.state::text, EXCLUDED.state::text) THEN 'PASSED'
        WHEN 'PASSED_AFTER_SOLUTION' IN (mine.state::text, EXCLUDED.state::text) THEN 'PASSED_AFTER_SOLUTION'
        ELSE 'TRYING' END::exercise_state,
      max_score = CASE WHEN EXCLUDED.best_score > mine.best_score THEN EXCLUDED.max_score ELSE mine.max_score END,
      best_score = GREATEST(mine.best_score, EXCLUDED.best_score),
      attempts = mine.attempts + EXCLUDED.attempts,
      hints_opened = GREATEST(mine.hints_opened, EXCLUDED.hints_opened),
      gave_up_at = LEAST(mine.gave_up_at, EXCLUDED.gave_up_at),
      solution_opened_at = LEAST(mine.solution_opened_at, EXCLUDED.solution_opened_at),
      first_passed_at = LEAST(mine.first_passed_at, EXCLUDED.first_passed_at),
      updated_at = now()`;
  // Numbers have moved: what was applied is now whatever the last graded submission is called.
  await tx.$executeRaw`
    UPDATE exercise_progress SET applied_number = COALESCE((
      SELECT max(submission.number) FROM submission JOIN grading_run ON grading_run.id = submission.official_run_id
      WHERE submission.user_id = ${memberId} AND submission.exercise_id = exercise_progress.exercise_id
        AND grading_run.status IN ('GRADED', 'FAILED')), 0)
    WHERE user_id = ${memberId} AND exercise_id IN (SELECT exercise_id FROM exercise_progress WHERE user_id = ${guestId})`;
}

async function mergeLessonProgress(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO lesson_progress AS mine (user_id, lesson_id, started_at, finished_at)
    SELECT ${memberId}, lesson_id, started_at, finished_at FROM lesson_progress WHERE user_id = ${guestId}
    ON CONFLICT (user_id, lesson_id) DO UPDATE SET
      started_at = LEAST(mine.started_at, EXCLUDED.started_at),
      finished_at = LEAST(mine.finished_at, EXCLUDED.finished_at)`;
}

/** A right answer stays right; of two equally right the later is kept. */
async function mergeQuickChecks(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO quick_check_answer AS mine (user_id, check_id, answer, correct, attempts, updated_at)
    SELECT ${memberId}, check_id, answer, correct, attempts, updated_at FROM quick_check_answer WHERE user_id = ${guestId}
    ON CONFLICT (user_id, check_id) DO UPDATE SET
      answer = CASE WHEN (EXCLUDED.correct, EXCLUDED.updated_at) > (mine.correct, mine.updated_at)
        THEN EXCLUDED.answer ELSE mine.answer END,
      correct = mine.correct OR EXCLUDED.correct,
      attempts = mine.attempts + EXCLUDED.attempts,
      updated_at = GREATEST(mine.updated_at, EXCLUDED.updated_at)`;
}
