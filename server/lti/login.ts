import 'server-only';
import * as z from 'zod';
import { hashToken, makeToken } from '../accounts/tokens';
import { db } from '../db';
import { env } from '../env';
import { readBody } from '../http';
import { LtiRefusal } from './refusal';
import { launchUrl, targetOf } from './target';

/** From a platform's first request to its answer, and from there to what it is for. Milliseconds. */
export const LOGIN_MS = 10 * 60_000;

/** Third-party initiated login, as the platform sends it: by GET or POST. */
const LoginSchema = z.object({
  iss: z.string().max(255),
  login_hint: z.string().min(1).max(4000),
  target_link_uri: z.string().max(2000),
  lti_message_hint: z.string().max(16_000).optional(),
  client_id: z.string().max(255).optional(),
  lti_deployment_id: z.string().max(255).optional(),
});
type Login = z.infer<typeof LoginSchema>;

/** The fields of a form that a browser sent. @throws {AppError} `source-too-large` */
export async function readForm(request: Request, maxBytes: number): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, maxBytes)).toString('utf8'));
}

/** @throws {LtiRefusal} `malformed` */
export function parseLogin(fields: URLSearchParams): Login {
  const result = LoginSchema.safeParse(Object.fromEntries(fields));
  if (!result.success) throw new LtiRefusal('malformed', result.error);
  return result.data;
}

/**
 * Begins a login: where to send the browser, with a state and a nonce that hold once and for ten minutes.
 *
 * @param browser a secret that a cookie keeps in the browser, so that only it can go on; null in a frame
 * @throws {LtiRefusal} `unknown-platform`, `unknown-deployment`, `malformed` for a link that leads elsewhere
 */
export async function beginLogin(login: Login, browser: string | null): Promise<string> {
  const platform = await findPlatform(login);
  if (login.lti_deployment_id !== undefined && !platform.deploymentIds.includes(login.lti_deployment_id)) {
    throw new LtiRefusal('unknown-deployment');
  }
  if (targetOf(login.target_link_uri) === null) throw new LtiRefusal('malformed', 'target_link_uri of another site');
  const [state, nonce] = [makeToken(), makeToken()];
  const now = Date.now();
  await db.ltiLogin.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db.ltiLogin.create({
    data: {
      ...{ stateHash: hashToken(state), nonceHash: hashToken(nonce), platformId: platform.id },
      targetLinkUri: login.target_link_uri,
      browserHash: browser && hashToken(browser),
      expiresAt: new Date(now + LOGIN_MS),
    },
  });
  const url = new URL(platform.authUrl);
  const query = {
    ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
    ...{ client_id: platform.clientId, redirect_uri: launchUrl(), login_hint: login.login_hint, state, nonce },
    ...(login.lti_message_hint === undefined ? {} : { lti_message_hint: login.lti_message_hint }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** One issuer may have several registrations: then the request has to say which. */
async function findPlatform({ iss, client_id }: Login) {
  const platforms = await db.ltiPlatform.findMany({
    where: { issuer: iss, ...(client_id === undefined ? {} : { clientId: client_id }) },
    take: 2,
    select: { id: true, clientId: true, authUrl: true, deploymentIds: true },
  });
  const [platform] = platforms;
  if (platform === undefined || platforms.length > 1) throw new LtiRefusal('unknown-platform');
  return platform;
}

export const BROWSER_COOKIE = 'peergrad.lti';

/** Only on the way through a launch: it goes along when the platform sends the browser back by a link, never within a frame. */
export function browserCookie(secret: string): string {
  const secure = env.PUBLIC_URL.startsWith('https:') ? '; Secure' : '';
  return `${BROWSER_COOKIE}=${secret}; Max-Age=${LOGIN_MS / 1000}; Path=/api/lti; HttpOnly; SameSite=Lax${secure}`;
}

/** The secret of this browser; null when it has none. */
export function browserSecret(headers: Headers): string | null {
  const pair = (headers.get('cookie') ?? '').split(/; */).find((part) => part.startsWith(`${BROWSER_COOKIE}=`));
  return pair?.slice(BROWSER_COOKIE.length + 1) || null;
}
