import 'server-only';
import type { ReviewInput } from '@/contracts/learning';
import { AppError } from '../errors';
import { appendEvents } from '../events/outbox';
import { inTransaction, type Transaction } from '../transaction';
import { cardOf, isDue } from './schedule';

/**
 * Lets an answer count for the schedule when the check is new or due: wrong as Again, right as Good. The transaction must
 * have written the answer's row before, which makes two answers at once wait for each other.
 */
export async function recordReview(
  tx: Transaction,
  userId: string,
  { id: checkId, correct }: { id: string; correct: boolean },
  now: Date,
): Promise<void> {
  const card = await tx.reviewCard.findUnique({
    where: { userId_checkId: { userId, checkId } },
    select: { due: true },
  });
  if (!isDue(card, now)) return;
  await tx.review.create({ data: { userId, checkId, reviewedAt: now, rating: correct ? 'GOOD' : 'AGAIN' } });
  await rewriteCard(tx, userId, checkId);
}

const RATING = { hard: 'HARD', good: 'GOOD', easy: 'EASY' } as const;

/**
 * Says of the latest right answer how hard it was, in place of what was said before.
 *
 * @throws {AppError} `conflict` when the latest answer that counted was wrong, or there is none
 */
export async function rateReview(viewer: { id: string }, { id: checkId, rating }: ReviewInput): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM quick_check_answer WHERE user_id = ${viewer.id} AND check_id = ${checkId} FOR UPDATE`;
    const latest = await tx.review.findFirst({
      where: { userId: viewer.id, checkId },
      orderBy: { reviewedAt: 'desc' },
    });
    if (latest === null || latest.rating === 'AGAIN') throw new AppError('conflict');
    const { userId, reviewedAt } = latest;
    await tx.review.update({
      where: { userId_checkId_reviewedAt: { userId, checkId, reviewedAt } },
      data: { rating: RATING[rating] },
    });
    await rewriteCard(tx, userId, checkId);
    await appendEvents(tx, userId, [{ type: 'progress' }]);
  });
}

/** Works the card out anew from all answers that counted. */
async function rewriteCard(tx: Transaction, userId: string, checkId: string): Promise<void> {
  const reviews = await tx.review.findMany({
    where: { userId, checkId },
    select: { rating: true, reviewedAt: true },
  });
  const card = cardOf(reviews);
  if (card === null) return;
  await tx.reviewCard.upsert({
    where: { userId_checkId: { userId, checkId } },
    create: { userId, checkId, ...card },
    update: card,
  });
}

/** Gives a guest's reviews to a member; where both answered a check, as if one person had given all answers. */
export async function mergeReviews(tx: Transaction, guestId: string, memberId: string): Promise<void> {
  const reviewed = await tx.review.findMany({
    where: { userId: guestId },
    distinct: 'checkId',
    select: { checkId: true },
  });
  await tx.$executeRaw`
    INSERT INTO review (user_id, check_id, reviewed_at, rating)
    SELECT ${memberId}, check_id, reviewed_at, rating FROM review WHERE user_id = ${guestId}
    ON CONFLICT DO NOTHING`;
  for (const { checkId } of reviewed) await rewriteCard(tx, memberId, checkId);
}
