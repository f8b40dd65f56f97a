import 'server-only';
import { db } from '../db';

/** Days without a visit after which a guest and all their work are deleted. */
export const GUEST_IDLE_DAYS = 30;

/** Deletes guests who have been idle too long, and sessions, links and tokens past their end. Returns the guests. */
export async function expireGuests(now = new Date()): Promise<number> {
  const idleSince = new Date(now.getTime() - GUEST_IDLE_DAYS * 24 * 3600 * 1000);
  const { count } = await db.user.deleteMany({ where: { isAnonymous: true, lastSeenAt: { lt: idleSince } } });
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.verification.deleteMany({ where: { expiresAt: { lt: now } } });
  // Expired links stay a while, so that whoever opens one late is told that it has expired.
  await db.signInLink.deleteMany({ where: { expiresAt: { lt: idleSince } } });
  return count;
}
