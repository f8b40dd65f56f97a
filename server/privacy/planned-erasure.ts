import 'server-only';
import { ERASURE_DAYS, type ErasedPosts, type Erasure } from '@/contracts/privacy';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { AppError } from '../errors';
import { logger } from '../logger';
import { ledAlone } from '../people/hold';
import { inTransaction, type Transaction } from '../transaction';
import { erasePerson } from './erase';

const STORED = { keep: 'KEEP', remove: 'REMOVE' } as const;
const POSTS = { KEEP: 'keep', REMOVE: 'remove' } as const satisfies Record<string, ErasedPosts>;
const DAY = 24 * 3_600_000;

export async function findErasure(userId: string): Promise<Erasure['erasure']> {
  const row = await db.erasure.findUnique({ where: { userId }, select: { posts: true, dueAt: true } });
  if (row === null) return null;
  return { posts: POSTS[row.posts], dueAt: row.dueAt.toISOString(), lastIn: await ledAlone(db, userId) };
}

/** Asked again it only changes what becomes of the posts. */
export async function planErasure(
  tx: Transaction,
  userId: string,
  posts: ErasedPosts,
  requestedById: string,
): Promise<void> {
  await tx.erasure.upsert({
    where: { userId },
    create: { userId, posts: STORED[posts], requestedById, dueAt: new Date(Date.now() + ERASURE_DAYS * DAY) },
    update: { posts: STORED[posts] },
  });
}

/** Nothing happens where none is planned. */
export async function dropErasure(tx: Transaction, userId: string, actorId: string, reason?: string): Promise<void> {
  const { count } = await tx.erasure.deleteMany({ where: { userId } });
  if (count === 0) return;
  await audit(tx, { userId: actorId }, { cohortId: null, action: 'person.keep', subject: userId, reason });
}

/** Erases everybody whose time is over; called by the grader's housekeeping. Returns how many. */
export async function eraseDue(now = new Date()): Promise<number> {
  const due = await db.erasure.findMany({ where: { dueAt: { lte: now } }, select: { userId: true } });
  let erased = 0;
  for (const { userId } of due) {
    try {
      erased += await inTransaction(async (tx) => {
        // Held, so that who takes it back at this moment either comes before or finds it done.
        const [row] = await tx.$queryRaw<{ posts: keyof typeof POSTS }[]>`
          SELECT posts FROM erasure WHERE user_id = ${userId} AND due_at <= ${now} FOR UPDATE`;
        if (row === undefined || !(await erasePerson(tx, userId, POSTS[row.posts]))) return 0;
        await audit(tx, { userId: null }, { cohortId: null, action: 'person.erase', subject: userId });
        return 1;
      });
    } catch (err) {
      // They have become it since they asked, and read so on their page.
      if (err instanceof AppError && err.code === 'conflict')
        logger.warn('the last instructor of a cohort is not erased');
      else logger.error({ err }, 'a person could not be erased');
    }
  }
  return erased;
}
