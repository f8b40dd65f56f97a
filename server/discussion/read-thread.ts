import 'server-only';
import type { ThreadWindow, ThreadWindowQuery } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { findPosts } from './read-posts';
import type { Reader } from './reader';
import { getThread } from './summaries';
import { threadsVisibleTo } from './visible';

/**
 * A thread and a window of its posts: numbers are without gaps, so a window is a range of them.
 * @throws {AppError} `not-found`, also for a thread that the reader does not see
 */
export async function readThread(reader: Reader, id: string, query: ThreadWindowQuery): Promise<ThreadWindow> {
  const mergedInto = await findMergedInto(reader, id);
  if (mergedInto !== null) return { mergedInto };
  const thread = await getThread(reader, id);
  const around = await findAround(id, query, thread);
  const posts = await findPosts(reader, {
    threadId: id,
    number: { gte: around - query.before, lte: around + query.after },
  });
  return { thread, around, posts };
}

/** Where a merged thread went, if the reader sees that, too; null for a thread that stands. */
async function findMergedInto(reader: Reader, id: string): Promise<string | null> {
  const row = await db.thread.findFirst({
    where: { AND: [threadsVisibleTo(reader), { id }] },
    select: { mergedIntoId: true },
  });
  if (row === null) throw new AppError('not-found');
  return row.mergedIntoId;
}

async function findAround(
  threadId: string,
  { around, post }: ThreadWindowQuery,
  { lastRead, posts }: { lastRead: number; posts: number },
): Promise<number> {
  if (post !== undefined) {
    const row = await db.post.findFirst({ where: { id: post, threadId }, select: { number: true } });
    if (row === null) throw new AppError('not-found');
    return row.number;
  }
  return Math.max(1, Math.min(around ?? lastRead + 1, posts));
}
