import 'server-only';
import { hashToken, makeToken } from '../accounts/tokens';
import { db } from '../db';
import { type DeepLinkingFacts, type LaunchFacts, LaunchFactsSchema, type ResourceLinkFacts } from './claims';
import { LOGIN_MS } from './login';
import { LtiRefusal } from './refusal';
import { verifyIdToken } from './verify';

/** A launch that is proved and kept. `token` is the way to it, once. */
export type Received =
  | { token: string; kind: 'resource-link' }
  | { token: string; kind: 'deep-linking'; facts: DeepLinkingFacts };

/**
 * A platform's answer to a login: takes the login away, proves the token, and keeps what it says until the browser comes back for it.
 * @throws {LtiRefusal}
 */
export async function receiveLaunch(fields: URLSearchParams): Promise<Received> {
  const [state, idToken] = [fields.get('state'), fields.get('id_token')];
  if (state === null) throw new LtiRefusal('malformed');
  const login = await takeLogin(hashToken(state));
  if (fields.has('error')) throw new LtiRefusal('platform', fields.get('error'));
  if (idToken === null) throw new LtiRefusal('malformed');
  const facts = await verifyIdToken(idToken, { ...login.platform, nonceHash: login.nonceHash });
  if (facts.kind === 'resource-link') {
    if (facts.targetLinkUri !== login.targetLinkUri) throw new LtiRefusal('token', 'target_link_uri');
    if (login.browserHash === null) throw new LtiRefusal('frame');
  } else if (facts.role !== 'INSTRUCTOR' && facts.role !== 'ASSISTANT') {
    throw new LtiRefusal('role');
  }
  const token = makeToken();
  const now = Date.now();
  await db.ltiLaunch.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db.ltiLaunch.create({
    data: {
      ...{ tokenHash: hashToken(token), platformId: login.platform.id, facts },
      // Choosing a link signs nobody in: it goes on without the cookie, which a frame does not have.
      browserHash: facts.kind === 'deep-linking' ? null : login.browserHash,
      expiresAt: new Date(now + LOGIN_MS),
    },
  });
  return facts.kind === 'deep-linking' ? { token, kind: facts.kind, facts } : { token, kind: facts.kind };
}

/** Of two answers with one state the first wins. */
async function takeLogin(stateHash: string) {
  const login = await db.ltiLogin.findUnique({
    where: { stateHash, expiresAt: { gt: new Date() } },
    select: {
      nonceHash: true,
      targetLinkUri: true,
      browserHash: true,
      platform: { select: { id: true, issuer: true, clientId: true, deploymentIds: true, jwksUrl: true } },
    },
  });
  if (login === null) throw new LtiRefusal('stale');
  const { count } = await db.ltiLogin.deleteMany({ where: { stateHash } });
  if (count === 0) throw new LtiRefusal('stale');
  return login;
}

const LAUNCH = {
  browserHash: true,
  facts: true,
  platform: { select: { id: true, name: true, issuer: true, clientId: true } },
} as const;

type Platform = { id: string; name: string; issuer: string; clientId: string };

/**
 * A resource link launch, looked at without using it up.
 * @throws {LtiRefusal} `stale`; `browser` in another than that in which it began
 */
export async function findLaunch(
  token: string,
  browser: string | null,
): Promise<{ facts: ResourceLinkFacts; platform: Platform }> {
  const { facts, platform, browserHash } = await readLaunch(token);
  if (facts.kind !== 'resource-link') throw new LtiRefusal('stale');
  if (browser === null || browserHash !== hashToken(browser)) throw new LtiRefusal('browser');
  return { facts, platform };
}

/** A deep linking launch, used up. @throws {LtiRefusal} `stale` */
export async function takeDeepLinking(token: string): Promise<{ facts: DeepLinkingFacts; platform: Platform }> {
  const { facts, platform } = await readLaunch(token);
  if (facts.kind !== 'deep-linking') throw new LtiRefusal('stale');
  await spendLaunch(token);
  return { facts, platform };
}

/** Of two that use a launch the first wins. @throws {LtiRefusal} `stale` */
export async function spendLaunch(token: string): Promise<void> {
  const { count } = await db.ltiLaunch.deleteMany({ where: { tokenHash: hashToken(token) } });
  if (count === 0) throw new LtiRefusal('stale');
}

async function readLaunch(
  token: string,
): Promise<{ facts: LaunchFacts; platform: Platform; browserHash: string | null }> {
  const launch = await db.ltiLaunch.findUnique({
    where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
    select: LAUNCH,
  });
  if (launch === null) throw new LtiRefusal('stale');
  return { ...launch, facts: LaunchFactsSchema.parse(launch.facts) };
}
