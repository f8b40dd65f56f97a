import 'server-only';
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { hashToken } from '../accounts/tokens';
import { type LaunchFacts, readClaims } from './claims';
import { LtiRefusal } from './refusal';

/** How far the clocks of platform and site may be apart, in seconds. */
const SKEW_SECONDS = 60;
/** A token is made for this very launch. */
const MAX_AGE_SECONDS = 600;
const FETCH_TIMEOUT_MS = 5_000;
const KEYS_KEPT_MS = 600_000;

interface Expected {
  issuer: string;
  clientId: string;
  deploymentIds: readonly string[];
  jwksUrl: string;
  nonceHash: string;
}

const keySets = new Map<string, JWTVerifyGetKey>();

/** A platform's keys, fetched again for a key that is not among them: it may have been rotated. Each try costs a login of its own. */
function keysAt(url: string): JWTVerifyGetKey {
  const known = keySets.get(url);
  if (known !== undefined) return known;
  const keys = createRemoteJWKSet(new URL(url), {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cooldownDuration: 0,
    cacheMaxAge: KEYS_KEPT_MS,
  });
  keySets.set(url, keys);
  return keys;
}

/**
 * What an id_token says, once it is proved: signed by the platform (RS256), for this site (`aud`, `azp`), now (`iat`, `exp`), in
 * answer to this login (`nonce`), from a deployment that is registered, as a message of LTI 1.3.
 * @throws {LtiRefusal} `token`, `unknown-deployment`
 */
export async function verifyIdToken(idToken: string, expected: Expected): Promise<LaunchFacts> {
  const payload = await verifySignature(idToken, expected);
  if (!isForUs(payload, expected.clientId)) throw new LtiRefusal('token', 'azp');
  if (typeof payload.nonce !== 'string' || hashToken(payload.nonce) !== expected.nonceHash) {
    throw new LtiRefusal('token', 'nonce');
  }
  const facts = readClaims(payload);
  if (facts === null) throw new LtiRefusal('token', 'claims');
  if (!expected.deploymentIds.includes(facts.deploymentId)) throw new LtiRefusal('unknown-deployment');
  return facts;
}

async function verifySignature(idToken: string, { issuer, clientId, jwksUrl }: Expected): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(idToken, keysAt(jwksUrl), {
      ...{ issuer, audience: clientId, algorithms: ['RS256'] },
      requiredClaims: ['sub', 'nonce', 'iat', 'exp'],
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: MAX_AGE_SECONDS,
    });
    return payload;
  } catch (cause) {
    throw new LtiRefusal('token', cause);
  }
}

/** A token for several has to name the one that it was issued to; whoever it names must be this site. */
function isForUs({ aud, azp }: JWTPayload, clientId: string): boolean {
  if (azp !== undefined) return azp === clientId;
  return !Array.isArray(aud) || aud.length === 1;
}
