import 'server-only';
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { signingKey } from './keys';

/** Of a platform: what its services ask for. */
export interface ServicePlatform {
  id: string;
  clientId: string;
  tokenUrl: string;
}

const TIMEOUT_MS = 10_000;
/** An assertion is used at once. */
const ASSERTION_SECONDS = 300;
/** A token is not used in its last minute. */
const MARGIN_MS = 60_000;

/** A platform's service said no, or did not answer at all (status 0). */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly status: number,
    cause?: unknown,
  ) {
    super(`The platform answered ${status}.`, { cause });
  }

  /** Whether the same may succeed later. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const TokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
});

const tokens = new Map<string, { token: string; until: number }>();

/**
 * Calls a service of a platform with a token for these scopes. A token that is refused is thrown away, and one other tried.
 * @throws {ServiceError}
 */
export async function callService(
  platform: ServicePlatform,
  scopes: readonly string[],
  url: string,
  init: { method?: 'GET' | 'POST'; accept?: string; contentType?: string; body?: unknown } = {},
): Promise<Response> {
  const call = async () => {
    const { method = 'GET', accept, contentType, body } = init;
    const headers = new Headers({ authorization: `Bearer ${await accessToken(platform, scopes)}` });
    if (accept !== undefined) headers.set('accept', accept);
    if (contentType !== undefined) headers.set('content-type', contentType);
    return request(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status !== 401) throw error;
    tokens.delete(keyOf(platform, scopes));
    return call();
  }
}

/** The JSON of an answer, by its schema. @throws {ServiceError} for what is none of it, as for no answer */
export async function readJson<Schema extends z.ZodType>(answer: Response, schema: Schema): Promise<z.infer<Schema>> {
  try {
    return schema.parse(await answer.json());
  } catch (cause) {
    throw new ServiceError(0, cause);
  }
}

/** OAuth 2 client credentials, with an assertion that our key signs (RFC 7523). */
async function accessToken(platform: ServicePlatform, scopes: readonly string[]): Promise<string> {
  const key = keyOf(platform, scopes);
  const known = tokens.get(key);
  if (known !== undefined && known.until > Date.now()) return known.token;
  const { kid, alg, key: privateKey } = await signingKey();
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(platform.clientId)
    .setSubject(platform.clientId)
    .setAudience(platform.tokenUrl)
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .setJti(randomUUID())
    .sign(privateKey);
  const answer = await request(platform.tokenUrl, {
    method: 'POST',
    headers: new Headers({ accept: 'application/json' }),
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: scopes.join(' '),
    }),
  }).catch((error: ServiceError) => {
    // Whatever it says, without a token there is no right to anything.
    throw error.isTemporary ? error : new ServiceError(403, error);
  });
  const { access_token: token, expires_in } = await readJson(answer, TokenSchema);
  tokens.set(key, { token, until: Date.now() + expires_in * 1000 - MARGIN_MS });
  return token;
}

function keyOf({ id, clientId, tokenUrl }: ServicePlatform, scopes: readonly string[]): string {
  return [id, clientId, tokenUrl, ...scopes].join(' ');
}

/** No redirect is followed: a token goes only where the platform said. */
export async function request(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new ServiceError(0, cause);
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new ServiceError(answer.status);
  }
  return answer;
}
