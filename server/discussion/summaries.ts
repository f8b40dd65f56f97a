import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { WatchLevel } from '@/.generated/prisma/enums';
import type { Thread, ThreadSummary, Watch } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { ANCHOR_SELECT, describeAnchor } from './anchors';
import { findBan } from './bans';
import { findPeople } from './people';
import { isStaffOf, type Reader } from './reader';
import { threadsVisibleTo } from './visible';

export const WATCH = { ALL: 'all', MENTIONS: 'mentions', NOTHING: 'nothing' } as const satisfies Record<
  WatchLevel,
  Watch
>;
export const WATCH_LEVEL = { all: 'ALL', mentions: 'MENTIONS', nothing: 'NOTHING' } as const satisfies Record<
  Watch,
  WatchLevel
>;

const PLACE = { select: { id: true, name: true } } as const;

function summarySelect(userId: string) {
  return {
    ...ANCHOR_SELECT,
    id: true,
    title: true,
    cohort: PLACE,
    team: PLACE,
    authorId: true,
    answerPostId: true,
    resolvedAt: true,
    lockedAt: true,
    pinnedAt: true,
    hiddenAt: true,
    lastNumber: true,
    createdAt: true,
    lastPostAt: true,
    reads: { where: { userId }, select: { lastNumber: true, watch: true } },
  } as const satisfies Prisma.ThreadSelect;
}

type Row = Prisma.ThreadGetPayload<{ select: ReturnType<typeof summarySelect> }>;

/** Threads by id, in that order, as lists show them; those that the reader does not see are left out. */
export async function findSummaries(reader: Reader, ids: readonly string[]): Promise<ThreadSummary[]> {
  const rows = await db.thread.findMany({
    where: { AND: [threadsVisibleTo(reader), { id: { in: [...ids] } }] },
    select: summarySelect(reader.userId),
  });
  const place = new Map(ids.map((id, index) => [id, index]));
  return toSummaries(rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)));
}

async function toSummaries(rows: readonly Row[]): Promise<ThreadSummary[]> {
  const cohorts = [...new Set(rows.map(({ cohort }) => cohort.id))];
  const people = await findPeople(
    cohorts,
    rows.map(({ authorId }) => authorId),
  );
  return Promise.all(
    rows.map(async (row) => {
      const [read] = row.reads;
      return {
        ...{ id: row.id, title: row.title, cohort: row.cohort, team: row.team },
        ...(await describeAnchor(row)),
        author: (row.authorId !== null && people.get(row.authorId)) || null,
        state: row.resolvedAt ? ('resolved' as const) : row.answerPostId ? ('answered' as const) : ('open' as const),
        isLocked: row.lockedAt !== null,
        isPinned: row.pinnedAt !== null,
        isHidden: row.hiddenAt !== null,
        posts: row.lastNumber,
        unread: Math.max(0, row.lastNumber - (read?.lastNumber ?? 0)),
        watch: WATCH[read?.watch ?? 'MENTIONS'],
        createdAt: row.createdAt.toISOString(),
        lastPostAt: row.lastPostAt.toISOString(),
      };
    }),
  );
}

/**
 * A thread with what its reader may do in it.
 * @throws {AppError} `not-found`, also for one that they do not see
 */
export async function getThread(reader: Reader, id: string): Promise<Thread> {
  const row = await db.thread.findFirst({
    where: { AND: [threadsVisibleTo(reader), { id }] },
    select: { ...summarySelect(reader.userId), answer: { select: { id: true, number: true } } },
  });
  const [summary] = row === null ? [] : await toSummaries([row]);
  if (row === null || summary === undefined) throw new AppError('not-found');
  const ban = await findBan(db, reader.userId, row.cohort.id);
  const isStaff = isStaffOf(reader, row.cohort.id);
  return {
    ...summary,
    answer: row.answer && { post: row.answer.id, number: row.answer.number },
    lastRead: Math.min(row.reads[0]?.lastNumber ?? 0, row.lastNumber),
    hasSubject: (row.anchor === 'CHECK' || row.anchor === 'LINES') && row.submissionId !== null,
    bannedUntil: ban && (ban.until?.toISOString() ?? 'forever'),
    may: {
      post: ban === null && (row.lockedAt === null || isStaff),
      rename: isStaff || (row.authorId === reader.userId && ban === null && row.lockedAt === null),
      moderate: isStaff,
    },
  };
}
