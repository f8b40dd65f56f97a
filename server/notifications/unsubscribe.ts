import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { db } from '../db';
import { env } from '../env';
import { AppError } from '../errors';

/** What proves that a link to stop digests came from this site's mail to that person. It works for nothing else. */
export function unsubscribeToken(userId: string): string {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing: `npm start` makes one.');
  return createHmac('sha256', env.AUTH_SECRET).update(`unsubscribe from digests:${userId}`).digest('base64url');
}

/**
 * Ends digests for the person of a link, as often as it is asked.
 * @throws {AppError} `not-found` for a link that this site has not made, or of somebody who is gone
 */
export async function unsubscribe({ user, token }: { user: string; token: string }): Promise<void> {
  const [given, due] = [Buffer.from(token), Buffer.from(unsubscribeToken(user))];
  if (given.length !== due.length || !timingSafeEqual(given, due)) throw new AppError('not-found');
  const isThere = (await db.user.count({ where: { id: user } })) > 0;
  if (!isThere) throw new AppError('not-found');
  await db.notificationSettings.upsert({
    where: { userId: user },
    create: { userId: user, digest: false },
    update: { digest: false },
  });
}
