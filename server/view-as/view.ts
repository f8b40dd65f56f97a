import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { VIEWING_COOKIE } from '@/contracts/view-as';
import { env } from '../env';

/** Somebody of staff who looks at the course as a learner of their cohort sees it. */
const ViewSchema = z.object({
  staff: z.string(),
  cohort: z.string(),
  learner: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
});
export type View = z.infer<typeof ViewSchema>;

export const VIEW_MS = 30 * 60_000;
const COOKIE = 'peergrad.view_as';

const active = new AsyncLocalStorage<View>();

/** Runs a route that may be asked in a view: who asks is the learner then (server/viewer.ts). */
export function inView<T>(view: View, work: () => Promise<T>): Promise<T> {
  return active.run(view, work);
}

/** The view in which the present request is answered. */
export function currentView(): View | null {
  return active.getStore() ?? null;
}

/**
 * The view that a browser is in; null without one that this site signed for the browser's present session, and after its
 * end. It only names whom to look at: that the staff may is asked anew with each request.
 */
export function findView(headers: Headers, now = Date.now()): View | null {
  const cookies = cookiesOf(headers);
  const [payload, signature] = (cookies.get(COOKIE) ?? '').split('.');
  const session = cookies.get(sessionCookie());
  if (!payload || !signature || !session) return null;
  const [given, due] = [Buffer.from(signature), Buffer.from(sign(payload, session))];
  if (given.length !== due.length || !timingSafeEqual(given, due)) return null;
  const view = ViewSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return now < view.until ? view : null;
}

/** Cookies that begin a view. @throws {Error} without a session to bind it to */
export function viewCookies(headers: Headers, view: View, now = Date.now()): string[] {
  const session = cookiesOf(headers).get(sessionCookie());
  if (session === undefined) throw new Error('A view needs a session.');
  const payload = Buffer.from(JSON.stringify(view)).toString('base64url');
  const seconds = Math.ceil((view.until - now) / 1000);
  const told = [view.cohort, view.learner, String(view.until)].map(encodeURIComponent).join('/');
  return [
    `${COOKIE}=${payload}.${sign(payload, session)}; Path=/api; HttpOnly; ${attributes(seconds)}`,
    `${VIEWING_COOKIE}=${told}; Path=/; ${attributes(seconds)}`,
  ];
}

/** Cookies that end whatever view there is. */
export function endCookies(): string[] {
  return [`${COOKIE}=; Path=/api; HttpOnly; ${attributes(0)}`, `${VIEWING_COOKIE}=; Path=/; ${attributes(0)}`];
}

function attributes(seconds: number): string {
  return `Max-Age=${seconds}; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}

const isSecure = () => env.PUBLIC_URL.startsWith('https:');
/** As better-auth names it (server/accounts/auth.ts). */
const sessionCookie = () => `${isSecure() ? '__Secure-' : ''}peergrad.session_token`;

function sign(payload: string, session: string): string {
  if (env.AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is missing: `npm start` makes one.');
  return createHmac('sha256', env.AUTH_SECRET).update(`view as learner:${payload}:${session}`).digest('base64url');
}

function cookiesOf(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}
