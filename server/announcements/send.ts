import 'server-only';
import { db } from '../db';
import { appendEventsTo } from '../events/outbox';
import { logger } from '../logger';
import { notify } from '../notifications/notify';
import { inTransaction, type Transaction } from '../transaction';

/** Readers of one statement, or of one transaction that holds a lock for each. */
const BATCH = 500;
/** Room for the receipts and lines of ten thousand learners. */
export const SENDING = { timeout: 120_000 };

/**
 * Sends what is not sent yet, to the learners who are in its cohort or teams at this moment. Whoever changes the row has
 * sent it: with its receipts and everybody's line of the inbox, or, broken off, not at all.
 *
 * @returns who got it, to be told by {@link wake} after the commit; null: it was sent already, or is gone
 */
export async function send(tx: Transaction, id: string, now: Date): Promise<string[] | null> {
  const [sent] = await tx.$queryRaw<{ actorId: string | null }[]>`
    UPDATE announcement SET sent_at = ${now} WHERE id = ${id} AND sent_at IS NULL RETURNING author_id AS "actorId"`;
  if (sent === undefined) return null;
  const { actorId } = sent;
  const receipts = await tx.$queryRaw<{ userId: string }[]>`
    INSERT INTO announcement_receipt (announcement_id, user_id)
    SELECT a.id, e.user_id FROM announcement a
    JOIN enrolment e ON e.cohort_id = a.cohort_id AND e.role = 'LEARNER'
    JOIN "user" u ON u.id = e.user_id AND NOT u.is_anonymous
    WHERE a.id = ${id} AND (NOT a.to_teams OR e.team_id IN (
      SELECT t.team_id FROM announcement_team t WHERE t.announcement_id = a.id))
    ORDER BY e.user_id RETURNING user_id AS "userId"`;
  const recipients = receipts.map(({ userId }) => userId);
  for (let at = 0; at < recipients.length; at += BATCH) {
    const batch = recipients.slice(at, at + BATCH);
    await notify(tx, [{ kind: 'announcement', announcementId: id, actorId, recipients: batch }]);
  }
  return recipients;
}

/** Lets open pages ask for what is new. Their streams' locks are held by some at a time, not by a whole cohort. */
export async function wake(recipients: readonly string[]): Promise<void> {
  for (let at = 0; at < recipients.length; at += BATCH) {
    const batch = recipients.slice(at, at + BATCH);
    await inTransaction((tx) => appendEventsTo(tx, batch, [{ type: 'inbox' }]));
  }
}

/**
 * Sends whatever has come due, also what came due while no process ran; of an archived cohort nothing. Several processes
 * may call it at once.
 *
 * @returns how many were sent by this call
 */
export async function sendDueAnnouncements(now = new Date()): Promise<number> {
  const due = await db.announcement.findMany({
    where: { sentAt: null, sendAt: { lte: now }, cohort: { archivedAt: null } },
    orderBy: { sendAt: 'asc' },
    select: { id: true },
  });
  let count = 0;
  for (const { id } of due) {
    try {
      const recipients = await inTransaction((tx) => sendIfDue(tx, id, now), SENDING);
      if (recipients === null) continue;
      count += 1;
      await wake(recipients);
    } catch (err) {
      logger.error({ err, announcement: id }, 'announcement could not be sent');
    }
  }
  return count;
}

/** It may have been put off, or taken back to the drafts, since it was found. */
async function sendIfDue(tx: Transaction, id: string, now: Date): Promise<string[] | null> {
  const [held] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM announcement WHERE id = ${id} AND sent_at IS NULL AND send_at <= ${now} FOR UPDATE`;
  return held === undefined ? null : send(tx, id, now);
}
