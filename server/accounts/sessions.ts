import 'server-only';
import type * as z from 'zod';
import type { EndSessionsInputSchema, SessionsSchema } from '@/contracts/account';
import { db } from '../db';
import { AppError } from '../errors';
import { type KnownViewer, requireViewer } from '../viewer';

/** A session this young, in milliseconds, may do without a password what an account without one could not do else. */
const FRESH = 3_600_000;

export async function isFresh(viewer: KnownViewer): Promise<boolean> {
  const count = await db.session.count({
    where: { id: viewer.sessionId, createdAt: { gt: new Date(Date.now() - FRESH) } },
  });
  return count > 0;
}

/** The viewer's open sessions, this one first, then by last use. Tokens are never among it. */
export async function listSessions(headers: Headers): Promise<z.infer<typeof SessionsSchema>> {
  const viewer = await requireViewer(headers);
  const rows = await db.session.findMany({
    where: { userId: viewer.id, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    current: row.id === viewer.sessionId,
    userAgent: row.userAgent ?? '',
    address: row.ipAddress ?? '',
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
  }));
  return { sessions: [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)] };
}

/** Ends one of the viewer's sessions, or all but this one. */
export async function endSessions(headers: Headers, input: z.infer<typeof EndSessionsInputSchema>): Promise<void> {
  const viewer = await requireViewer(headers);
  const which = 'id' in input ? { id: input.id } : { id: { not: viewer.sessionId } };
  const { count } = await db.session.deleteMany({ where: { userId: viewer.id, ...which } });
  if ('id' in input && count === 0) throw new AppError('not-found');
}
