import 'server-only';
import { AppError } from '../errors';
import { lockProgress, recomputeProgress } from '../progress/exercise-progress';
import { mergeReviews } from '../review/reviews';
import { inTransaction, type Transaction } from '../transaction';
import { mergeDrafts } from './merge-drafts';

/**
 * Moves all that a guest did to a member, then deletes the guest. All or nothing. Drafts of exercises that both had
 * are both kept: the later one stays in the editor, the other becomes an earlier version; `conflicts` counts them.
 */
export async function mergeGuest(guestId: string, memberId: string): Promise<{ conflicts: number }> {
  return inTransaction(async (tx) => {
    await lockPair(tx, guestId, memberId);
    await mergeExercises(tx, guestId, memberId);
    await mergeLessonProgress(tx, guestId, memberId);
    await mergeQuickChecks(tx, guestId, memberId);
    await mergeReviews(tx, guestId, memberId);
    const conflicts = await mergeDrafts(tx, guestId, memberId);
    await tx.$executeRaw`
        UPDATE enrolment SET user_id = ${memberId} WHERE user_id = ${guestId}
          AND cohort_id NOT IN (SELECT cohort_id FROM enrolment WHERE user_id = ${memberId})`;
    await tx.outboxEvent.deleteMany({ where: { stream: `user:${guestId}` } });
    await tx.user.delete({ where: { id: guestId } });
    return { conflicts };
  });
}

/** Two merges of one guest, or a sign-up of the guest meanwhile, wait for each other; the second finds no guest. */
async function lockPair(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; is_anonymous: boolean }[]>`
    SELECT id, is_anonymous FROM "user" WHERE id IN (${guestId}, ${memberId}) ORDER BY id FOR UPDATE`;
  const isGuest = rows.some((row) => row.id === guestId && row.is_anonymous);
  const isMember = rows.some((row) => row.id === memberId && !row.is_anonymous);
  if (!isGuest || !isMember) throw new AppError('conflict');
}

/**
 * Submissions move and each standing is worked out anew from all of them. Rows are locked in the order of a grader that
 * records a result, submissions before progress: it either comes before the merge or finds the submission moved.
 */
async function mergeExercises(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  const tried = await tx.$queryRaw<{ exercise_id: string }[]>`
    SELECT exercise_id FROM exercise_progress WHERE user_id = ${guestId}
    UNION SELECT exercise_id FROM submission WHERE user_id = ${guestId} ORDER BY exercise_id`;
  await tx.$queryRaw`
    SELECT id FROM submission WHERE user_id IN (${guestId}, ${memberId})
      AND exercise_id IN (SELECT exercise_id FROM submission WHERE user_id = ${guestId}) ORDER BY id FOR UPDATE`;
  for (const { exercise_id: exerciseId } of tried) {
    await lockProgress(tx, guestId, exerciseId);
    await lockProgress(tx, memberId, exerciseId);
  }
  await moveSubmissions(tx, guestId, memberId);
  await mergeHelp(tx, guestId, memberId);
  for (const { exercise_id: exerciseId } of tried) await recomputeProgress(tx, memberId, exerciseId);
}

/** Numbers run in order of creation again; they pass through negatives so that no two rows ever share one. */
async function moveSubmissions(tx: Transaction, guestId: string, memberId: string): Promise<void> {
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

/** Most hints, earliest solution: what one person opened under two names stays opened. */
async function mergeHelp(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE exercise_progress AS mine SET
      hints_opened = GREATEST(mine.hints_opened, theirs.hints_opened),
      gave_up_at = LEAST(mine.gave_up_at, theirs.gave_up_at),
      solution_opened_at = LEAST(mine.solution_opened_at, theirs.solution_opened_at)
    FROM exercise_progress AS theirs
    WHERE mine.user_id = ${memberId} AND theirs.user_id = ${guestId} AND mine.exercise_id = theirs.exercise_id`;
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
