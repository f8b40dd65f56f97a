import 'server-only';
import { expireGuests } from '../accounts/expire-guests';
import { pruneLooks } from '../api/caller';
import { sweepAttachments } from '../attachments/attachments';
import { db } from '../db';
import { pruneInvitations } from '../people/prune-invitations';
import { eraseDue } from '../privacy/planned-erasure';
import { applyRetention } from '../privacy/retention';
import { pruneLimits } from '../rate-limit';

const DAY = 24 * 3_600_000;

/** Removes what nobody can ask for any more. A page that was away for over a day asks for everything anew. */
export async function keepHouse(now = new Date()): Promise<void> {
  await db.outboxEvent.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY) } } });
  await expireGuests(now);
  await eraseDue(now);
  await applyRetention(now);
  await pruneLimits(now.getTime());
  await pruneLooks(now);
  await pruneInvitations(now);
  await sweepAttachments(now);
}
