import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import {
  type NotificationGroup,
  type NotificationKind,
  NotificationKindSchema,
  type NotificationLine,
} from '@/contracts/notifications';
import { db } from '../db';
import { excerptOf, MARKDOWN_PER_CHARACTER, QUOTED_FIRST } from '../discussion/plain-text';
import type { Reader } from '../discussion/reader';
import { sqlPostShownTo, sqlThreadVisibleTo } from '../discussion/visible';
import type { Transaction } from '../transaction';

/** How much of a post a line shows, in characters. */
const EXCERPT = 240;

interface Row {
  id: string;
  kind: string;
  actor: string | null;
  createdAt: Date;
  isRead: boolean;
  threadId: string | null;
  title: string | null;
  number: number | null;
  /** Of the post, its beginning as Markdown; null where the reader may not be shown it. */
  body: string | null;
  sessionId: string | null;
  day: string | null;
  team: string | null;
  item: string | null;
  exercise: string | null;
  /** Of an extension that holds. */
  due: string | null;
  submissionId: string | null;
  submission: number | null;
  /** Of a comment on somebody else's work: whose, in which cohort. */
  learner: string | null;
  cohort: string | null;
  place: NotificationLine['place'];
  announcementId: string | null;
  announcement: string | null;
}

/** A line with what it is about. */
export interface Line extends NotificationLine {
  thread: NotificationGroup['thread'];
  session: NotificationGroup['session'];
}

/**
 * Lines about what the reader may see at this moment, from `n` on. About posts: their thread is visible, they are neither
 * deleted nor hidden. Read: marked so, or the reader has read the thread that far or the announcement, or the reports have
 * been dealt with.
 */
function sqlLines(reader: Reader): Prisma.Sql {
  return Prisma.sql`
    FROM notification n
    LEFT JOIN post p ON p.id = n.post_id
    LEFT JOIN thread t ON t.id = p.thread_id
    LEFT JOIN thread_read r ON r.thread_id = t.id AND r.user_id = n.user_id
    LEFT JOIN peer_session ps ON ps.id = n.session_id
    LEFT JOIN team ON team.id = ps.team_id
    LEFT JOIN session_item i ON n.kind = 'follow-up' AND i.id = n.subject
    LEFT JOIN submission_comment c ON n.kind = 'comment' AND c.id = n.subject AND c.deleted_at IS NULL
    LEFT JOIN grade_override g ON n.kind = 'override' AND g.id = n.subject AND g.user_id = n.user_id
    LEFT JOIN extension x ON n.kind = 'extension' AND x.id = n.subject AND x.user_id = n.user_id
    LEFT JOIN enrolment_change ec ON n.kind = 'enrolment' AND ec.id = n.subject AND ec.user_id = n.user_id
    LEFT JOIN submission w ON w.id = CASE n.kind WHEN 'regrade' THEN n.subject ELSE c.submission_id END
      AND (w.user_id = n.user_id OR (c.id IS NOT NULL AND (w.cohort_id = ANY(${reader.staffOf}::text[]) OR ${reader.isAdmin})))
    LEFT JOIN announcement an ON n.kind = 'announcement' AND an.id = n.subject
      AND (an.cohort_id = ANY(${reader.cohorts}::text[]) OR ${reader.isAdmin})
    LEFT JOIN announcement_receipt ar ON ar.announcement_id = an.id AND ar.user_id = n.user_id
    LEFT JOIN "user" a ON a.id = n.actor_id AND n.kind NOT IN ('moderation', 'report')
    CROSS JOIN LATERAL (SELECT n.read_at IS NOT NULL
      OR (n.kind IN ('mention', 'reply', 'post') AND COALESCE(r.last_number >= p.number, false))
      OR ar.read_at IS NOT NULL
      OR (n.kind = 'report' AND NOT EXISTS (
        SELECT FROM post_report o WHERE o.post_id = n.post_id AND o.closed_at IS NULL)) AS is_read) AS state
    WHERE n.user_id = ${reader.userId} AND CASE
      WHEN n.post_id IS NOT NULL THEN p.id IS NOT NULL AND p.deleted_at IS NULL AND ${sqlThreadVisibleTo(reader)}
        AND (p.hidden_at IS NULL OR ${sqlPostShownTo(reader)})
      WHEN n.session_id IS NOT NULL THEN
        (team.id = ANY(${reader.teams}::text[]) OR team.cohort_id = ANY(${reader.staffOf}::text[]) OR ${reader.isAdmin})
        AND (n.kind <> 'follow-up' OR i.id IS NOT NULL)
      ELSE COALESCE(w.id, g.id, x.id, ec.id, an.id) IS NOT NULL END`;
}

/** Newest first. `unmailed`: that no digest has told of. */
export async function findLines(
  reader: Reader,
  { unread, unmailed = false, before, take }: { unread: boolean; unmailed?: boolean; before?: string; take: number },
  tx: Pick<Transaction, '$queryRaw'> = db,
): Promise<Line[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT n.id, n.kind, a.name AS actor, n.created_at AS "createdAt", state.is_read AS "isRead",
      t.id AS "threadId", t.title, p.number,
      CASE WHEN p.id IS NOT NULL AND ${sqlPostShownTo(reader)} THEN left(
        COALESCE(NULLIF(regexp_replace(p.body, ${QUOTED_FIRST}, ''), ''), p.body), ${EXCERPT * MARKDOWN_PER_CHARACTER}) END AS body,
      ps.id AS "sessionId", ps.day::text AS day, team.name AS team, COALESCE(i.text, x.reason) AS item,
      COALESCE(w.exercise_id, g.exercise_id, x.exercise_id) AS exercise,
      CASE WHEN x.withdrawn_at IS NULL THEN (
        SELECT (x.due_at AT TIME ZONE h.time_zone)::date::text FROM cohort h WHERE h.id = x.cohort_id) END AS due, w.id AS "submissionId", w.number AS submission,
      NULLIF(w.user_id, n.user_id) AS learner, CASE WHEN w.user_id <> n.user_id THEN w.cohort_id END AS cohort,
      (SELECT jsonb_build_object('change', lower(ec.kind::text), 'cohort', c.name, 'role', ec.role, 'team', t.name)
        FROM cohort c LEFT JOIN team t ON t.id = ec.team_id WHERE c.id = ec.cohort_id) AS place,
      an.id AS "announcementId", an.title AS announcement
    ${sqlLines(reader)}
      AND (${!unread} OR NOT state.is_read)
      AND (${!unmailed} OR n.mailed_at IS NULL)
      AND (${before === undefined} OR n.id < ${before ?? ''})
    ORDER BY n.id DESC LIMIT ${take}`;
  return rows.flatMap(toLine);
}

export async function countUnread(reader: Reader): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${sqlLines(reader)} AND NOT state.is_read`;
  return row?.count ?? 0;
}

function toLine(row: Row): Line[] {
  const kind = NotificationKindSchema.safeParse(row.kind);
  if (!kind.success) return [];
  return [
    {
      id: row.id,
      kind: kind.data satisfies NotificationKind,
      actor: row.actor,
      createdAt: row.createdAt.toISOString(),
      read: row.isRead,
      post: row.number === null ? null : { number: row.number, excerpt: row.body && excerptOf(row.body, EXCERPT) },
      ...{ item: row.item, due: row.due },
      work: workOf(row),
      place: row.place,
      announcement:
        row.announcementId === null || row.announcement === null
          ? null
          : { id: row.announcementId, title: row.announcement },
      thread: row.threadId === null || row.title === null ? null : { id: row.threadId, title: row.title },
      session:
        row.sessionId === null || row.day === null || row.team === null
          ? null
          : { id: row.sessionId, day: row.day, team: row.team },
    },
  ];
}

function workOf({ exercise, submissionId, submission, learner, cohort }: Row): NotificationLine['work'] {
  if (exercise === null) return null;
  return {
    exercise,
    submission: submissionId === null || submission === null ? null : { id: submissionId, number: submission },
    learner: learner === null || cohort === null ? null : { id: learner, cohort },
  };
}

/** Lines about the same thing together, each group where its newest line stands. */
export function groupLines(lines: readonly Line[]): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup>();
  for (const { thread, session, ...line } of lines) {
    const key = thread?.id ?? session?.id ?? line.work?.exercise ?? line.id;
    const group = groups.get(key) ?? { key, thread, session, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
