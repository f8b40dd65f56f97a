import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import { type Person, type Post, REACTIONS, type ReactionCount } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import { SUMMARY_SELECT, toSummary } from '../submissions/summary';
import { findBan } from './bans';
import { findPeople } from './people';
import { excerptOf } from './plain-text';
import { isStaffOf, type Reader } from './reader';
import { postsShownTo, threadsVisibleTo } from './visible';

/** Characters of a quote. */
const EXCERPT = 200;

/** What anybody who sees the thread may know of a post. */
const STUB_SELECT = {
  id: true,
  threadId: true,
  number: true,
  authorId: true,
  createdAt: true,
  deletedAt: true,
  hiddenAt: true,
  spoilsExerciseId: true,
  submission: { select: { exerciseId: true } },
  thread: { select: { cohortId: true, lockedAt: true, anchor: true, exerciseId: true } },
} as const satisfies Prisma.PostSelect;

/** What only they may know whom it is shown to. */
const SHOWN_SELECT = {
  id: true,
  body: true,
  revision: true,
  editedAt: true,
  snippet: true,
  snippetExerciseId: true,
  submission: { select: SUMMARY_SELECT },
  replyTo: { select: STUB_SELECT },
  attachments: {
    select: { id: true, mime: true, width: true, height: true },
    orderBy: { createdAt: 'asc' },
  },
  mentions: { select: { userId: true } },
  reactions: { select: { kind: true, userId: true } },
} as const satisfies Prisma.PostSelect;

type Stub = Prisma.PostGetPayload<{ select: typeof STUB_SELECT }>;
type Shown = Prisma.PostGetPayload<{ select: typeof SHOWN_SELECT }>;

/** Which posts. Whatever is asked for, only those of threads that the reader sees are found. */
type Which = Prisma.PostWhereInput;

/**
 * Posts as their reader may see them, in order. Texts come from a query of their own that finds only what is shown to them:
 * a stub is made of nothing that could hold a word of its post.
 */
export async function findPosts(reader: Reader, which: Which, limit?: number): Promise<Post[]> {
  const stubs = await db.post.findMany({
    where: { AND: [{ thread: threadsVisibleTo(reader) }, which] },
    orderBy: [{ threadId: 'asc' }, { number: 'asc' }],
    ...(limit === undefined ? {} : { take: limit }),
    select: STUB_SELECT,
  });
  const shown = await findShown(
    reader,
    stubs.map(({ id }) => id),
  );
  const quotes = await findQuotes(
    reader,
    [...shown.values()].flatMap(({ replyTo }) => replyTo?.id ?? []),
  );
  const cohorts = [...new Set(stubs.map(({ thread }) => thread.cohortId))];
  const people = await findPeople(cohorts, [
    ...stubs.map(({ authorId }) => authorId),
    ...[...shown.values()].flatMap(({ replyTo, mentions }) => [
      replyTo?.authorId ?? null,
      ...mentions.map(({ userId }) => userId),
    ]),
  ]);
  const banned = new Set<string>();
  for (const cohortId of cohorts) if ((await findBan(db, reader.userId, cohortId)) !== null) banned.add(cohortId);
  return stubs.map((stub) => {
    const text = shown.get(stub.id);
    if (text === undefined) return { ...baseOf(stub, people), ...stateOf(reader, stub) };
    return toShown(reader, stub, text, { people, quotes, isBanned: banned.has(stub.thread.cohortId) });
  });
}

/** @throws {AppError} `not-found`, also for a post of a thread that the reader does not see */
export async function getPost(reader: Reader, id: string): Promise<Post> {
  const [post] = await findPosts(reader, { id });
  if (post === undefined) throw new AppError('not-found');
  return post;
}

async function findShown(reader: Reader, ids: readonly string[]): Promise<Map<string, Shown>> {
  const rows = await db.post.findMany({
    where: { AND: [postsShownTo(reader), { id: { in: [...ids] } }] },
    select: SHOWN_SELECT,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Beginnings of posts that are shown to the reader. */
async function findQuotes(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.post.findMany({
    where: { AND: [postsShownTo(reader), { id: { in: [...new Set(ids)] } }] },
    select: { id: true, body: true },
  });
  return new Map(rows.map(({ id, body }) => [id, excerptOf(body, EXCERPT)]));
}

function baseOf({ id, threadId, number, authorId, createdAt }: Stub, people: ReadonlyMap<string, Person>) {
  const author = (authorId !== null && people.get(authorId)) || null;
  return { id, thread: threadId, number, author, createdAt: createdAt.toISOString() };
}

/** Why a post is not shown to the reader. */
function stateOf(reader: Reader, { deletedAt, hiddenAt, spoilsExerciseId, submission, thread }: Stub) {
  if (deletedAt !== null) return { state: 'deleted' as const, deletedAt: deletedAt.toISOString() };
  if (hiddenAt !== null) return { state: 'hidden' as const };
  const spoilt = [spoilsExerciseId, submission?.exerciseId, thread.exerciseId].filter((id) => id != null);
  const exercise = spoilt.find((id) => !reader.opened.includes(id)) ?? spoilt[0] ?? '';
  return { state: 'spoiler' as const, exercise };
}

interface Around {
  people: ReadonlyMap<string, Person>;
  quotes: ReadonlyMap<string, string>;
  isBanned: boolean;
}

function toShown(reader: Reader, stub: Stub, text: Shown, { people, quotes, isBanned }: Around): Post {
  const isMine = stub.authorId === reader.userId;
  const isStaff = isStaffOf(reader, stub.thread.cohortId);
  const mayWrite = !isBanned && (stub.thread.lockedAt === null || isStaff);
  return {
    ...baseOf(stub, people),
    state: 'shown',
    body: text.body,
    revision: text.revision,
    editedAt: text.editedAt?.toISOString() ?? null,
    spoils: stub.spoilsExerciseId,
    replyTo: text.replyTo && toReplyTo(reader, text.replyTo, people, quotes),
    snippet: text.snippet === null ? null : { source: text.snippet, exercise: text.snippetExerciseId },
    snapshot: text.submission && toSummary(text.submission),
    attachments: text.attachments,
    mentions: text.mentions.flatMap(({ userId }) => people.get(userId) ?? []),
    reactions: countReactions(text.reactions, reader.userId),
    isHidden: stub.hiddenAt !== null,
    may: {
      edit: isMine && mayWrite,
      delete: isMine || isStaff,
      moderate: isStaff,
      react: mayWrite,
      report: !isMine,
    },
  };
}

function toReplyTo(reader: Reader, to: Stub, people: ReadonlyMap<string, Person>, quotes: ReadonlyMap<string, string>) {
  const { id, number, author } = baseOf(to, people);
  const excerpt = quotes.get(to.id);
  if (excerpt !== undefined) return { id, number, author, quoted: { state: 'shown' as const, excerpt } };
  const why = stateOf(reader, to);
  return { id, number, author, quoted: why.state === 'deleted' ? { state: why.state } : why };
}

/** Each kind that somebody has given, in the order in which they are shown. */
export function countReactions(rows: readonly { kind: string; userId: string }[], viewerId: string): ReactionCount[] {
  return REACTIONS.flatMap((kind) => {
    const given = rows.filter((row) => row.kind === kind);
    if (given.length === 0) return [];
    return [{ kind, count: given.length, isMine: given.some(({ userId }) => userId === viewerId) }];
  });
}
