import 'server-only';
import { db } from '../db';

/** How long an invitation is kept that nothing can come of any more, in milliseconds. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Forgets invitations, and with them addresses, that were taken up, taken back or ran out a month ago. */
export async function pruneInvitations(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await db.invitation.deleteMany({
    where: { OR: [{ acceptedAt: { lt: before } }, { revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
}
