import 'server-only';
import { MAX_NOTES_BYTES } from '@/contracts/peer-session';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { AppError } from '../errors';
import { tell } from '../events/moments';
import { appendEventsTo } from '../events/outbox';
import { ownTeams, teammates } from '../teams/access';
import { inTransaction, type Transaction } from '../transaction';
import { findSession, holdSession } from './access';
import { compact, requireTextUpdate, textOf } from './notes-update';

/** A document of so many rows is made one again. */
const MAX_ROWS = 200;

/**
 * Keeps a batch of updates of a session's notes. Sent again it is the same row. Rows of one session get their ids under the
 * session's lock, so that they commit in order and who asks for all after the last that they have misses none.
 *
 * @returns the row's id
 * @throws {AppError} `not-found`; `forbidden` for staff; `invalid-input` for what is no such update; `source-too-large` when
 *   the document would be past {@link MAX_NOTES_BYTES}; `conflict` for the `clientId` of another batch: it needs one of its own
 */
export async function appendNotes(
  viewer: KnownViewer,
  sessionId: string,
  { clientId, update }: { clientId: string; update: string },
): Promise<string> {
  const bytes = Buffer.from(update, 'base64');
  requireTextUpdate(bytes);
  return inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: false });
    const known = await tx.noteUpdate.findUnique({
      where: { clientId },
      select: { id: true, sessionId: true, authorId: true, update: true },
    });
    if (known !== null) {
      const isSame = known.sessionId === sessionId && known.authorId === viewer.id && bytes.equals(known.update);
      if (!isSame) throw new AppError('conflict');
      return String(known.id);
    }
    const { rows, size } = await measure(tx, sessionId);
    if (rows >= MAX_ROWS || size + bytes.length > MAX_NOTES_BYTES) await compactNotes(tx, sessionId, bytes);
    const { id } = await tx.noteUpdate.create({
      data: { sessionId, clientId, authorId: viewer.id, update: bytes },
      select: { id: true },
    });
    const row = String(id);
    const members = await teammates(tx, session.team.id);
    await appendEventsTo(tx, members, [{ type: 'session', session: sessionId, part: 'notes', row }]);
    return row;
  });
}

async function measure(tx: Transaction, sessionId: string): Promise<{ rows: number; size: number }> {
  const [found] = await tx.$queryRaw<{ rows: number; size: number }[]>`
    SELECT count(*)::int AS rows, COALESCE(sum(length("update")), 0)::int AS size
    FROM note_update WHERE session_id = ${sessionId}`;
  return found ?? { rows: 0, size: 0 };
}

/**
 * Many rows → one, with an id past theirs: who has read up to any of them reads the one, which repeats nothing that Yjs would
 * not know. The caller holds the session. `next` is what is about to be added.
 */
async function compactNotes(tx: Transaction, sessionId: string, next: Uint8Array): Promise<void> {
  const rows = await tx.noteUpdate.findMany({ where: { sessionId }, orderBy: { id: 'asc' }, select: { update: true } });
  const updates = rows.map(({ update }) => update);
  if (compact([...updates, next]).length > MAX_NOTES_BYTES) throw new AppError('source-too-large');
  const whole = compact(updates);
  await tx.noteUpdate.deleteMany({ where: { sessionId } });
  await tx.noteUpdate.create({ data: { sessionId, update: Buffer.from(whole) }, select: { id: true } });
}

/**
 * Rows after one that the reader has, in order; all after `0`.
 * @throws {AppError} `not-found`
 */
export async function readNotes(
  viewer: KnownViewer,
  sessionId: string,
  after: string,
): Promise<{ row: string; update: string }[]> {
  await findSession(db, viewer, sessionId);
  const rows = await db.noteUpdate.findMany({
    where: { sessionId, id: { gt: BigInt(after) } },
    orderBy: { id: 'asc' },
    select: { id: true, update: true },
  });
  return rows.map(({ id, update }) => ({ row: String(id), update: Buffer.from(update).toString('base64') }));
}

/** What a session's notes say. The caller has found out that the reader may see them. */
export async function readNotesText(sessionId: string): Promise<string> {
  const rows = await db.noteUpdate.findMany({ where: { sessionId }, orderBy: { id: 'asc' }, select: { update: true } });
  return textOf(rows.map(({ update }) => update));
}

/** Where the viewer's cursor stands, for the team's open pages: a moment. */
export async function tellCursor(
  viewer: KnownViewer,
  sessionId: string,
  where: { client: number; cursor: { anchor: string; head: string } | null },
): Promise<void> {
  const session = await db.peerSession.findFirst({
    where: { id: sessionId, team: ownTeams(viewer) },
    select: { team: { select: { members: { select: { userId: true } } } } },
  });
  if (session === null) throw new AppError('not-found');
  const others = session.team.members.map(({ userId }) => userId);
  await tell(others, { type: 'session-cursor', session: sessionId, user: viewer.id, ...where }, { from: viewer.id });
}
