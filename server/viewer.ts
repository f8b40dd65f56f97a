import 'server-only';
import type { Viewer } from '@/contracts/learning';
import { getAuth } from './accounts/auth';
import { requestHeaders } from './accounts/client-address';
import { givenEmail } from './accounts/placeholder-email';
import { highestRole, type KnownViewer } from './accounts/policies';
import { db } from './db';
import { AppError } from './errors';
import { enforceLimit } from './rate-limit';
import { lookAs } from './view-as/look';
import { currentView } from './view-as/view';

export type { KnownViewer } from './accounts/policies';

const HOUR = 3_600_000;

async function readViewer(userId: string, sessionId: string): Promise<KnownViewer | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      isAnonymous: true,
      isAdmin: true,
      lastSeenAt: true,
      enrolments: { where: { cohort: { archivedAt: null } }, select: { cohortId: true, role: true } },
    },
  });
  if (user === null) return null;
  // Guests expire when idle; once an hour is exact enough, and spares a write for each read.
  if (Date.now() - user.lastSeenAt.getTime() > HOUR) {
    await db.user.updateMany({ where: { id: userId }, data: { lastSeenAt: new Date() } });
  }
  return {
    id: user.id,
    kind: user.isAnonymous ? 'guest' : 'member',
    name: user.name,
    email: givenEmail(user),
    emailVerified: user.emailVerified,
    role: highestRole(
      user.enrolments.map(({ role }) => role),
      user.isAdmin,
    ),
    isAdmin: user.isAdmin,
    sessionId,
    cohorts: user.enrolments.map(({ cohortId, role }) => ({ id: cohortId, role })),
  };
}

/** Who asks, by the session cookie in `headers`: a guest, a member, or null before anything worth keeping. */
export async function findViewer(headers: Headers): Promise<KnownViewer | null> {
  const found = await getAuth().api.getSession({ headers: requestHeaders(headers), query: { disableRefresh: true } });
  return found ? asSeen(await readViewer(found.user.id, found.session.id)) : null;
}

/** Like {@link findViewer}, and prolongs the session: `cookies` go out as `set-cookie`. For `/api/me`, once per page. */
export async function refreshViewer(headers: Headers): Promise<{ viewer: KnownViewer | null; cookies: string[] }> {
  const { headers: answer, response } = await getAuth().api.getSession({
    headers: requestHeaders(headers),
    returnHeaders: true,
  });
  const viewer = response ? await asSeen(await readViewer(response.user.id, response.session.id)) : null;
  return { viewer, cookies: answer.getSetCookie() };
}

/** In a view, the learner whom somebody of staff looks as. */
async function asSeen(viewer: KnownViewer | null): Promise<KnownViewer | null> {
  const view = currentView();
  return viewer === null || view === null ? viewer : lookAs(viewer, view);
}

/** Throws `not-signed-in` when there is neither a guest nor a member. */
export async function requireViewer(headers: Headers): Promise<KnownViewer> {
  const viewer = await findViewer(headers);
  if (viewer === null) throw new AppError('not-signed-in');
  return viewer;
}

/** Throws `not-signed-in` for guests too: for what needs an account. */
export async function requireMember(headers: Headers): Promise<KnownViewer> {
  const viewer = await requireViewer(headers);
  if (viewer.kind === 'guest') throw new AppError('not-signed-in');
  return viewer;
}

/**
 * The viewer, made a guest if there is none: call it when the first thing worth keeping arrives, never on a read.
 * `cookies` (none for somebody known) must go out as `set-cookie` with the answer.
 */
export async function ensureGuest(headers: Headers): Promise<{ viewer: KnownViewer; cookies: string[] }> {
  const known = await findViewer(headers);
  if (known !== null) return { viewer: known, cookies: [] };
  await enforceLimit('guest', { account: null, headers });
  // Without the cookie header: a stale session must not count as one.
  const fresh = requestHeaders(headers);
  fresh.delete('cookie');
  const { headers: answer, response } = await getAuth().api.signInAnonymous({ headers: fresh, returnHeaders: true });
  const session = await db.session.findUniqueOrThrow({ where: { token: response.token }, select: { id: true } });
  const viewer = await readViewer(response.user.id, session.id);
  if (viewer === null) throw new Error('The guest that was just made is gone.');
  return { viewer, cookies: answer.getSetCookie() };
}

/** What the page may see of a viewer. */
export function toPublicViewer({ id, kind, name, email, emailVerified, role }: KnownViewer): Viewer {
  return { id, kind, name, email, emailVerified, role };
}
