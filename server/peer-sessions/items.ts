import 'server-only';
import type { Prisma } from '@/.generated/prisma/client';
import type { ItemInput, SessionItem } from '@/contracts/peer-session';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { notify } from '../notifications/notify';
import { teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { dayOf, type HeldSession, holdSession } from './access';
import { tellTeam } from './people';

/** Of one session: more than anybody writes in an hour. */
export const MAX_ITEMS = 200;

/** The team was there, or wrote on it: what staff put on an agenda may be all there is of a day. */
const TOUCHED: Prisma.PeerSessionWhereInput = {
  OR: [
    { startedAt: { not: null } },
    { attendance: { some: { joinedAt: { not: null } } } },
    { items: { some: { kind: { not: 'FOLLOW_UP' } } } },
  ],
};

const SELECT = {
  id: true,
  kind: true,
  text: true,
  authorId: true,
  assigneeId: true,
  doneAt: true,
  createdAt: true,
  session: { select: { day: true } },
} as const satisfies Prisma.SessionItemSelect;

/**
 * What came out of a session, and what is still open from before: decisions, follow-ups and questions that are not done, and
 * the thanks of the session just before.
 */
export async function readItems(session: HeldSession): Promise<{ items: SessionItem[]; carried: SessionItem[] }> {
  const before = { teamId: session.team.id, day: { lt: new Date(session.day) } };
  const last = await db.peerSession.findFirst({
    where: { ...before, AND: [TOUCHED, { items: { some: {} } }] },
    orderBy: { day: 'desc' },
    select: { id: true },
  });
  const [items, carried] = await Promise.all([
    db.sessionItem.findMany({ where: { sessionId: session.id }, orderBy: { createdAt: 'asc' }, select: SELECT }),
    db.sessionItem.findMany({
      where: {
        doneAt: null,
        OR: [
          { session: before, kind: { not: 'THANKS' } },
          { sessionId: last?.id ?? '', kind: 'THANKS' },
        ],
      },
      orderBy: { createdAt: 'asc' },
      select: SELECT,
    }),
  ]);
  const names = await readNames([...items, ...carried]);
  return { items: items.map((row) => toItem(row, names)), carried: carried.map((row) => toItem(row, names)) };
}

/** Authors may have left the team, and the site: then they are null. */
async function readNames(rows: readonly { authorId: string | null; assigneeId: string | null }[]) {
  const ids = rows.flatMap(({ authorId, assigneeId }) => [authorId, assigneeId]).filter((id) => id !== null);
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user]));
}

function toItem(
  { authorId, assigneeId, session, doneAt, createdAt, ...row }: Prisma.SessionItemGetPayload<{ select: typeof SELECT }>,
  names: ReadonlyMap<string, { id: string; name: string }>,
): SessionItem {
  return {
    ...row,
    author: names.get(authorId ?? '') ?? null,
    assignee: names.get(assigneeId ?? '') ?? null,
    day: dayOf(session.day),
    doneAt: doneAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/**
 * Writes one down; sent twice it is one. Who is to do it is told.
 * @throws {AppError} `not-found`, also for an assignee who is not in the team; `forbidden` for staff; `conflict` for an id of
 *   something else, and past 200 of them
 */
export async function addItem(viewer: KnownViewer, sessionId: string, input: ItemInput): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: false });
    const members = await teammates(tx, session.team.id);
    if (input.assignee !== null && !members.includes(input.assignee)) throw new AppError('not-found');
    const known = await tx.sessionItem.findUnique({
      where: { id: input.id },
      select: { sessionId: true, authorId: true },
    });
    if (known !== null) {
      if (known.sessionId === sessionId && known.authorId === viewer.id) return;
      throw new AppError('conflict');
    }
    if ((await tx.sessionItem.count({ where: { sessionId } })) >= MAX_ITEMS) throw new AppError('conflict');
    const { id, kind, text, assignee: assigneeId } = input;
    await tx.sessionItem.create({ data: { id, kind, text, assigneeId, authorId: viewer.id, sessionId } });
    const recipients = assigneeId === null ? [] : [assigneeId];
    const told = await notify(tx, [{ kind: 'follow-up', sessionId, itemId: id, actorId: viewer.id, recipients }]);
    await tellTeam(tx, session, members, 'items', told);
  });
}

/** Marks one of the team's as done, or not: also one of an earlier session. */
export async function markItem(viewer: KnownViewer, sessionId: string, itemId: string, done: boolean): Promise<void> {
  await change(viewer, sessionId, itemId, {}, (tx, where) =>
    tx.sessionItem.updateMany({ where, data: { doneAt: done ? new Date() : null } }),
  );
}

/** Takes back what the viewer wrote themselves. */
export async function removeItem(viewer: KnownViewer, sessionId: string, itemId: string): Promise<void> {
  await change(viewer, sessionId, itemId, { authorId: viewer.id }, (tx, where) => tx.sessionItem.deleteMany({ where }));
}

/** @throws {AppError} `not-found` for an item that is not the team's, or not the viewer's to change */
async function change(
  viewer: KnownViewer,
  sessionId: string,
  id: string,
  mine: Prisma.SessionItemWhereInput,
  work: (tx: Transaction, where: Prisma.SessionItemWhereInput) => Promise<{ count: number }>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: false });
    const { count } = await work(tx, { ...mine, id, session: { teamId: session.team.id } });
    if (count === 0) throw new AppError('not-found');
    await tellTeam(tx, session, await teammates(tx, session.team.id), 'items');
  });
}
