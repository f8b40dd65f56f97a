import 'server-only';
import * as z from 'zod';
import { Prisma } from '@/.generated/prisma/client';
import type { ThreadList, ThreadListQuery } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { findSection } from './anchors';
import type { Reader } from './reader';
import { findSummaries } from './summaries';
import { sqlThreadVisibleTo } from './visible';

/** Where a page ended, by what the list is ordered by. */
const CursorSchema = z.tuple([z.number().int(), z.iso.datetime(), z.string()]);
type Cursor = z.infer<typeof CursorSchema>;

/** Threads that a reader sees, a page at a time. */
export async function listThreads(reader: Reader, query: ThreadListQuery): Promise<ThreadList> {
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  // Two for pinned, one for unread: one number, so that a page goes on after a row by comparing rows.
  const rank =
    query.order === 'latest'
      ? Prisma.sql`0`
      : Prisma.sql`(CASE WHEN t.pinned_at IS NULL THEN 0 ELSE 2 END
          + CASE WHEN t.last_number > COALESCE(r.last_number, 0) THEN 1 ELSE 0 END)`;
  const rows = await db.$queryRaw<{ id: string; rank: number; at: Date }[]>`
    SELECT t.id, ${rank} AS rank, t.last_post_at AS at
    FROM thread t LEFT JOIN thread_read r ON r.thread_id = t.id AND r.user_id = ${reader.userId}
    WHERE ${sqlThreadVisibleTo(reader)} AND t.merged_into_id IS NULL
      ${Prisma.join(await conditions(reader, query), ' ')}
      ${after === null ? Prisma.empty : Prisma.sql`AND (${rank}, t.last_post_at, t.id) < (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]})`}
    ORDER BY rank DESC, t.last_post_at DESC, t.id DESC
    LIMIT ${query.limit + 1}`;
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    threads: await findSummaries(
      reader,
      page.map(({ id }) => id),
    ),
    next: rows.length > query.limit && last ? toText([last.rank, last.at.toISOString(), last.id]) : null,
  };
}

async function conditions(reader: Reader, query: ThreadListQuery): Promise<Prisma.Sql[]> {
  const { cohort, team, unit, lesson, exercise, submission, check, session, state } = query;
  const section = query.section === undefined ? undefined : (await findSection(lesson ?? '', query.section)).id.en;
  const all: (Prisma.Sql | false)[] = [
    cohort !== undefined && Prisma.sql`AND t.cohort_id = ${cohort}`,
    team === 'none' && Prisma.sql`AND t.team_id IS NULL`,
    team !== undefined && team !== 'none' && Prisma.sql`AND t.team_id = ${team}`,
    unit !== undefined &&
      Prisma.sql`AND (starts_with(t.lesson_id, ${`${unit}.`}) OR starts_with(t.exercise_id, ${`${unit}/`}))`,
    lesson !== undefined && Prisma.sql`AND t.lesson_id = ${lesson}`,
    section !== undefined && Prisma.sql`AND t.section = ${section}`,
    exercise !== undefined && Prisma.sql`AND t.exercise_id = ${exercise}`,
    submission !== undefined && Prisma.sql`AND t.submission_id = ${submission}`,
    check !== undefined && Prisma.sql`AND t.check_id = ${check}`,
    session !== undefined && Prisma.sql`AND t.session_id = ${session}`,
    state === 'open' && Prisma.sql`AND t.resolved_at IS NULL AND t.answer_post_id IS NULL`,
    state === 'answered' && Prisma.sql`AND t.resolved_at IS NULL AND t.answer_post_id IS NOT NULL`,
    state === 'resolved' && Prisma.sql`AND t.resolved_at IS NOT NULL`,
    query.unread === 'true' && Prisma.sql`AND t.last_number > COALESCE(r.last_number, 0)`,
    query.mine === 'true' && Prisma.sql`AND t.author_id = ${reader.userId}`,
  ];
  return [Prisma.empty, ...all.filter((condition) => condition !== false)];
}

function toText(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function parseCursor(text: string): Cursor {
  try {
    return CursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw new AppError('invalid-input', { cause });
  }
}
