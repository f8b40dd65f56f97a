import 'server-only';
import type * as z from 'zod';
import { Prisma } from '@/.generated/prisma/client';
import type { LessonProgressInputSchema, QuickCheckInput } from '@/contracts/learning';
import { appendEvents } from '../events/outbox';
import { recordReview } from '../review/reviews';
import { inTransaction } from '../transaction';

/** Started or finished; a finished lesson stays finished. */
export async function saveLessonProgress(
  viewer: { id: string },
  { lesson, state }: z.infer<typeof LessonProgressInputSchema>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const finishedAt = state === 'finished' ? new Date() : null;
    await tx.$executeRaw`
      INSERT INTO lesson_progress (user_id, lesson_id, finished_at) VALUES (${viewer.id}, ${lesson}, ${finishedAt})
      ON CONFLICT (user_id, lesson_id)
      DO UPDATE SET finished_at = COALESCE(lesson_progress.finished_at, EXCLUDED.finished_at)`;
    await appendEvents(tx, viewer.id, [{ type: 'progress' }]);
  });
}

/** The latest answer to a quick check; earlier ones are counted. One that is due for review is scheduled anew. */
export async function saveQuickCheck(
  viewer: { id: string },
  { id, answer, correct }: QuickCheckInput,
  now = new Date(),
): Promise<void> {
  await inTransaction(async (tx) => {
    const given = { answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue), correct };
    await tx.quickCheckAnswer.upsert({
      where: { userId_checkId: { userId: viewer.id, checkId: id } },
      create: { userId: viewer.id, checkId: id, ...given },
      update: { ...given, attempts: { increment: 1 } },
    });
    await recordReview(tx, viewer.id, { id, correct }, now);
    await appendEvents(tx, viewer.id, [{ type: 'progress' }]);
  });
}
