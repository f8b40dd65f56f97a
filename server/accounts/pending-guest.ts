import 'server-only';
import { parseCookies, parseSetCookieHeader } from 'better-auth/cookies';
import type { GuestWork } from '@/contracts/account';
import { db } from '../db';
import { AppError } from '../errors';
import { requireMember } from '../viewer';
import { getAuth } from './auth';
import { GUEST_COOKIE } from './guest-cookie';
import { mergeGuest } from './merge';
import type { Outcome } from './outcome';

/** The guest whose signed session token a cookie of ours carries; null when expired, forged or merged already. */
async function findGuestBySignedToken(value: string): Promise<string | null> {
  const auth = getAuth();
  const { authCookies } = await auth.$context;
  const headers = new Headers({ cookie: `${authCookies.sessionToken.name}=${value}` });
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const guest = await db.user.findUnique({
    where: { id: found.user.id, isAnonymous: true },
    select: { id: true },
  });
  return guest?.id ?? null;
}

async function guestCookieName(): Promise<{ name: string; expired: string }> {
  const { createAuthCookie } = await getAuth().$context;
  const { name, attributes } = createAuthCookie(GUEST_COOKIE, { maxAge: 0 });
  const secure = attributes.secure ? '; Secure' : '';
  return { name, expired: `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

async function findPendingGuest(headers: Headers): Promise<string | null> {
  const { name } = await guestCookieName();
  const value = parseCookies(headers.get('cookie') ?? '').get(name);
  return value === undefined ? null : findGuestBySignedToken(value);
}

/** What a guest has that is worth keeping; null when nothing is. */
export async function findGuestWork(guestId: string): Promise<GuestWork | null> {
  const where = { userId: guestId };
  const [drafts, tried, submissions, lessons, quickChecks] = await Promise.all([
    db.draft.findMany({ where, select: { exerciseId: true } }),
    db.exerciseProgress.findMany({ where, select: { exerciseId: true } }),
    db.submission.count({ where }),
    db.lessonProgress.count({ where }),
    db.quickCheckAnswer.count({ where }),
  ]);
  const exercises = new Set([...drafts, ...tried].map(({ exerciseId }) => exerciseId)).size;
  const nothing = exercises + submissions + lessons + quickChecks === 0;
  return nothing ? null : { exercises, submissions, lessons, quickChecks };
}

/** Adds to an answer that signed somebody in whether a guest's work waits; forgets a guest who did nothing. */
export async function withMergeOffer(
  cookies: string[],
): Promise<{ body: { offersMerge: boolean }; cookies: string[] }> {
  const { name, expired } = await guestCookieName();
  const value = parseSetCookieHeader(cookies.join(', ')).get(name)?.value;
  const guestId = value === undefined ? null : await findGuestBySignedToken(value);
  if (guestId === null) return { body: { offersMerge: false }, cookies };
  if ((await findGuestWork(guestId)) !== null) return { body: { offersMerge: true }, cookies };
  await db.user.deleteMany({ where: { id: guestId, isAnonymous: true } });
  return { body: { offersMerge: false }, cookies: [...cookies, expired] };
}

/** What the member who asks may take over. */
export async function readMergeOffer(headers: Headers): Promise<{ offer: GuestWork | null }> {
  await requireMember(headers);
  const guestId = await findPendingGuest(headers);
  return { offer: guestId === null ? null : await findGuestWork(guestId) };
}

/** Takes the waiting guest's work over, or leaves it; that guest's session ends either way. */
export async function answerMergeOffer(
  headers: Headers,
  accept: boolean,
): Promise<Outcome<{ merged: boolean; conflicts: number }>> {
  const member = await requireMember(headers);
  const guestId = await findPendingGuest(headers);
  const { expired } = await guestCookieName();
  if (guestId === null) throw new AppError('not-found');
  if (accept) {
    const { conflicts } = await mergeGuest(guestId, member.id);
    return { body: { merged: true, conflicts }, cookies: [expired] };
  }
  await db.session.deleteMany({ where: { userId: guestId } });
  return { body: { merged: false, conflicts: 0 }, cookies: [expired] };
}
