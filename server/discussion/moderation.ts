import 'server-only';
import type { Post } from '@/contracts/discussion';
import type { Moderation, ModerationAction } from '@/contracts/moderation';
import { db } from '../db';
import { AppError } from '../errors';
import { inTransaction } from '../transaction';
import { audit } from './audit';
import { hidePost } from './change-post';
import { findPeople } from './people';
import { findPosts } from './read-posts';
import { isInstructorOf, isStaffOf, type Reader } from './reader';

/** Reported posts that are shown at once. */
const QUEUE = 200;

/**
 * Reported posts of a cohort that nobody has dealt with, and who is banned.
 * @throws {AppError} `not-found` for a cohort that the reader is no staff of
 */
export async function readModeration(reader: Reader, cohortId: string, now = new Date()): Promise<Moderation> {
  if (!isStaffOf(reader, cohortId)) throw new AppError('not-found');
  const [reports, bans] = await Promise.all([
    db.postReport.findMany({
      where: { closedAt: null, post: { deletedAt: null, thread: { cohortId } } },
      orderBy: { createdAt: 'asc' },
      take: QUEUE,
      select: {
        postId: true,
        reporterId: true,
        reason: true,
        createdAt: true,
        post: { select: { thread: { select: { id: true, title: true, team: { select: { id: true, name: true } } } } } },
      },
    }),
    db.postingBan.findMany({
      where: { cohortId, OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: { createdAt: 'desc' },
    }),
  ]);
  const ids = [...new Set(reports.map(({ postId }) => postId))];
  const posts = new Map<string, Post>(
    (await findPosts(reader, { id: { in: ids } })).map((post) => [post.id, post] as const),
  );
  const people = await findPeople(
    [cohortId],
    [...reports.map(({ reporterId }) => reporterId), ...bans.map(({ userId }) => userId)],
  );
  return {
    reported: ids.flatMap((id) => {
      const ofPost = reports.filter(({ postId }) => postId === id);
      const [post, thread] = [posts.get(id), ofPost[0]?.post.thread];
      if (post === undefined || thread === undefined) return [];
      return [
        {
          post,
          thread,
          reports: ofPost.map(({ reporterId, reason, createdAt }) => ({
            ...{ reporter: people.get(reporterId) ?? null, reason },
            createdAt: createdAt.toISOString(),
          })),
        },
      ];
    }),
    bans: bans.flatMap(({ userId, reason, until, createdAt }) => {
      const user = people.get(userId);
      if (user === undefined) return [];
      return [{ user, reason, until: until?.toISOString() ?? null, createdAt: createdAt.toISOString() }];
    }),
    mayBan: isInstructorOf(reader, cohortId),
  };
}

/** @throws {AppError} `not-found`; `forbidden` for who may not do it, and for a ban of staff */
export async function moderate(reader: Reader, action: ModerationAction): Promise<void> {
  switch (action.action) {
    case 'hide-post':
      return hidePost(reader, action.post, action.hidden, action.reason);
    case 'dismiss-reports':
      return dismiss(reader, action.post, action.reason);
    case 'ban':
      return ban(reader, action);
    case 'lift-ban':
      return liftBan(reader, action);
  }
}

async function dismiss(reader: Reader, postId: string, reason?: string): Promise<void> {
  const [post] = await findPosts(reader, { id: postId });
  if (post === undefined) throw new AppError('not-found');
  const { cohortId } = await db.thread.findUniqueOrThrow({ where: { id: post.thread }, select: { cohortId: true } });
  if (!isStaffOf(reader, cohortId)) throw new AppError('forbidden');
  await inTransaction(async (tx) => {
    await tx.postReport.updateMany({ where: { postId, closedAt: null }, data: { closedAt: new Date() } });
    await audit(tx, reader, { cohortId, action: 'post.dismiss', subject: postId, reason });
  });
}

async function ban(
  reader: Reader,
  { cohort: cohortId, user: userId, until, reason }: Extract<ModerationAction, { action: 'ban' }>,
): Promise<void> {
  await mayBan(reader, cohortId);
  await inTransaction(async (tx) => {
    const member = await tx.enrolment.findUnique({
      where: { userId_cohortId: { userId, cohortId } },
      select: { role: true, user: { select: { isAdmin: true } } },
    });
    if (member === null) throw new AppError('not-found');
    if (member.role !== 'LEARNER' || member.user.isAdmin) throw new AppError('forbidden');
    const data = { reason, until: until === null ? null : new Date(until), createdById: reader.userId };
    await tx.postingBan.upsert({
      where: { userId_cohortId: { userId, cohortId } },
      create: { userId, cohortId, ...data },
      update: data,
    });
    await audit(tx, reader, { cohortId, action: 'member.ban', subject: userId, reason });
  });
}

async function liftBan(
  reader: Reader,
  { cohort: cohortId, user: userId }: Extract<ModerationAction, { action: 'lift-ban' }>,
): Promise<void> {
  await mayBan(reader, cohortId);
  await inTransaction(async (tx) => {
    const { count } = await tx.postingBan.deleteMany({ where: { userId, cohortId } });
    if (count === 0) throw new AppError('not-found');
    await audit(tx, reader, { cohortId, action: 'member.lift-ban', subject: userId });
  });
}

/** A cohort that one does not see is not there; one that one only learns or assists in is forbidden. */
async function mayBan(reader: Reader, cohortId: string): Promise<void> {
  if (isInstructorOf(reader, cohortId)) return;
  throw new AppError(reader.cohorts.includes(cohortId) ? 'forbidden' : 'not-found');
}
