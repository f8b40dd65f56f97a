import 'server-only';
import type { LearnerEvent } from '@/contracts/learning';
import { appendEventsTo, lockStreams } from '../events/outbox';
import type { Transaction } from '../transaction';

type ThreadEvent = Extract<LearnerEvent, { type: 'thread' | 'post' }>;

/**
 * Who hears of a thread as it happens: of a cohort's all members; of a team's its members, and staff who follow it (they have
 * opened it, and have not turned it off); of a hidden one staff and who opened it. Whoever runs the site hears of what they
 * follow. All of them may see the thread.
 */
export async function audienceOf(tx: Pick<Transaction, '$queryRaw'>, threadId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM thread t
    JOIN cohort c ON c.id = t.cohort_id
    CROSS JOIN LATERAL (
      SELECT e.user_id, e.role::text AS role, e.team_id FROM enrolment e
      WHERE e.cohort_id = t.cohort_id AND c.archived_at IS NULL
      UNION ALL
      SELECT a.id, 'ADMIN', NULL FROM "user" a WHERE a.is_admin
    ) AS reader
    JOIN "user" u ON u.id = reader.user_id AND NOT u.is_anonymous
    LEFT JOIN thread_read r ON r.thread_id = t.id AND r.user_id = u.id
    WHERE t.id = ${threadId}
      AND (t.hidden_at IS NULL OR reader.role <> 'LEARNER' OR u.id = t.author_id)
      AND CASE
        WHEN t.team_id IS NOT NULL AND reader.team_id = t.team_id THEN true
        WHEN t.team_id IS NULL AND reader.role <> 'ADMIN' THEN true
        WHEN reader.role = 'LEARNER' THEN false
        ELSE r.watch <> 'NOTHING' END
    GROUP BY u.id`;
  return rows.map(({ id }) => id);
}

interface Telling {
  to: readonly string[];
  events: readonly LearnerEvent[];
}

/** Tells who sees a thread, and whose inbox has a new line: the last statements of a transaction. */
export async function announce(
  tx: Transaction,
  { threadId, events, told = [] }: { threadId: string; events: readonly ThreadEvent[]; told?: readonly string[] },
): Promise<void> {
  await announceTo(tx, [
    { to: await audienceOf(tx, threadId), events },
    { to: told, events: [{ type: 'inbox' }] },
  ]);
}

/** As {@link announce}, each audience its own. */
export async function announceTo(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
  await lockStreams(
    tx,
    tellings.flatMap(({ to }) => to),
  );
  for (const { to, events } of tellings) await appendEventsTo(tx, to, events);
}
