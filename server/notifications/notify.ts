import 'server-only';
import type { NotificationKind } from '@/contracts/notifications';
import type { Transaction } from '../transaction';

interface ToldOf {
  /** Who did it: is never told. Null: nobody in particular. */
  actorId: string | null;
}

/** Something to tell people of. It names ids only: what a line says is read, with its reader's rights, when shown. */
export type Notice =
  | (ToldOf & {
      kind: 'mention' | 'reply' | 'answer' | 'moderation' | 'report';
      threadId: string;
      postId: string;
      recipients: readonly string[];
    })
  /** A new post, to all who follow its thread. Tell of its mentions and its reply first: nobody hears of it twice. */
  | (ToldOf & { kind: 'post'; threadId: string; postId: string })
  | (ToldOf & { kind: 'session' | 'role'; sessionId: string; recipients: readonly string[] })
  | (ToldOf & { kind: 'follow-up'; sessionId: string; itemId: string; recipients: readonly string[] })
  | (ToldOf & { kind: 'regrade'; submissionId: string; recipients: readonly string[] })
  | (ToldOf & { kind: 'comment'; commentId: string; recipients: readonly string[] })
  | (ToldOf & { kind: 'override'; overrideId: string; recipients: readonly string[] })
  | (ToldOf & { kind: 'extension'; extensionId: string; recipients: readonly string[] })
  /** `changes`: the `EnrolmentChange` of each recipient. */
  | (ToldOf & { kind: 'enrolment'; changes: ReadonlyMap<string, string>; recipients: readonly string[] })
  | (ToldOf & { kind: 'announcement'; announcementId: string; recipients: readonly string[] });

/** Kinds after which a person needs no further line about the same post. */
const SAID_BY: Partial<Record<NotificationKind, readonly NotificationKind[]>> = {
  reply: ['mention'],
  post: ['mention', 'reply'],
};

/**
 * Puts a line into each recipient's inbox, once for a kind and what it is about. Left out: the actor, guests, who has
 * turned the kind off, and for posts who may not read the thread or wants to hear nothing of it.
 *
 * @returns who has a new line. Tell their pages at the end of the transaction, after the thread's own events:
 *   `appendEventsTo(tx, told, [{ type: 'inbox' }])`
 * @example
 *   const told = await notify(tx, [
 *     { kind: 'mention', threadId, postId, actorId, recipients: mentioned },
 *     { kind: 'reply', threadId, postId, actorId, recipients: [authorOfThatPost] },
 *     { kind: 'post', threadId, postId, actorId },
 *   ]);
 */
export async function notify(tx: Transaction, notices: readonly Notice[]): Promise<string[]> {
  const told = new Set<string>();
  for (const notice of notices) {
    const recipients = 'threadId' in notice ? await readersOf(tx, notice) : await membersOf(tx, notice);
    if (recipients.length === 0) continue;
    const rows = await tx.notification.createManyAndReturn({
      data: recipients.map(({ id }) => ({
        userId: id,
        kind: notice.kind,
        actorId: notice.actorId,
        ...subjectOf(notice, id),
      })),
      skipDuplicates: true,
      select: { userId: true },
    });
    for (const { userId } of rows) told.add(userId);
  }
  return [...told];
}

function subjectOf(
  notice: Notice,
  recipient: string,
): { subject: string; threadId?: string; postId?: string; sessionId?: string } {
  switch (notice.kind) {
    case 'session':
    case 'role':
      return { subject: notice.sessionId, sessionId: notice.sessionId };
    case 'follow-up':
      return { subject: notice.itemId, sessionId: notice.sessionId };
    case 'regrade':
      return { subject: notice.submissionId };
    case 'comment':
      return { subject: notice.commentId };
    case 'override':
      return { subject: notice.overrideId };
    case 'extension':
      return { subject: notice.extensionId };
    case 'enrolment':
      return { subject: notice.changes.get(recipient) ?? '' };
    case 'announcement':
      return { subject: notice.announcementId };
    default:
      return { subject: notice.postId, threadId: notice.threadId, postId: notice.postId };
  }
}

/** Moderation of one's own post, and reports, are told even to who follows nothing of the thread. */
async function readersOf(tx: Transaction, notice: Extract<Notice, { threadId: string }>): Promise<{ id: string }[]> {
  const { kind, threadId, postId, actorId } = notice;
  const named = notice.kind === 'post' ? null : [...notice.recipients];
  return tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM thread t
    JOIN "user" u ON NOT u.is_anonymous AND u.id IS DISTINCT FROM ${actorId}
    LEFT JOIN thread_read r ON r.thread_id = t.id AND r.user_id = u.id
    LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE t.id = ${threadId}
      AND CASE WHEN ${kind} = 'post'
        THEN u.id IN (SELECT user_id FROM thread_read WHERE thread_id = ${threadId} AND watch = 'ALL')
        ELSE u.id = ANY(${named ?? []}::text[]) END
      AND (${kind} IN ('moderation', 'report') OR r.watch IS DISTINCT FROM 'NOTHING')
      AND ${kind} <> ALL(COALESCE(s.muted, '{}'))
      AND (u.is_admin OR EXISTS (
        SELECT FROM enrolment e WHERE e.user_id = u.id AND e.cohort_id = t.cohort_id
          AND (t.team_id IS NULL OR e.team_id = t.team_id OR e.role <> 'LEARNER')))
      AND NOT EXISTS (
        SELECT FROM notification n WHERE n.user_id = u.id AND n.post_id = ${postId}
          AND n.kind = ANY(${[...(SAID_BY[kind] ?? [])]}::text[]))`;
}

async function membersOf(
  tx: Transaction,
  { kind, actorId, recipients }: Exclude<Notice, { threadId: string }>,
): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE u.id = ANY(${[...recipients]}::text[]) AND NOT u.is_anonymous AND u.id IS DISTINCT FROM ${actorId}
      AND ${kind} <> ALL(COALESCE(s.muted, '{}'))`;
}
