import 'server-only';
import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { ApiProblem, ApiScope } from '@/contracts/api-v1';
import { env } from '../env';
import { AppError, STATUS_OF } from '../errors';
import { logger } from '../logger';
import { type ApiCaller, requireCaller } from './caller';

/** What a handler answers from. */
export interface ApiCall<Params> {
  caller: ApiCaller;
  params: Params;
  request: Request;
}

/** Parameters that are wrong, and why. */
class InvalidParameters extends AppError {
  constructor(readonly errors: NonNullable<ApiProblem['errors']>) {
    super('invalid-input');
  }
}

/**
 * A route of `/api/v1`: asks for a token with `scope`, answers JSON with an `ETag`, and every failure as a problem (RFC 9457).
 * `Link` names the next page of a list.
 */
export function apiRoute<Params = Record<string, never>>(
  scope: ApiScope,
  answer: (call: ApiCall<Params>) => Promise<object>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const caller = await requireCaller(request.headers, scope);
      return conditional(request, await answer({ caller, params: await params, request }));
    } catch (error) {
      return problem(request, error, scope);
    }
  };
}

/**
 * The query string, by its schema.
 * @throws {AppError} `invalid-input`, with what is wrong of each parameter
 */
export function parseApiQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (result.success) return result.data;
  throw new InvalidParameters(
    result.error.issues.map(({ path, message }) => ({ parameter: path.map(String).join('.'), message })),
  );
}

/** The items of a page and the cursor of the next, from one row more than asked for. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, cursor }: { item: (row: Row) => Item; cursor: (row: Row) => string },
): { data: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(item), next: rows.length > limit && last !== undefined ? cursor(last) : null };
}

function conditional(request: Request, body: object): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = new Headers({ etag, 'cache-control': 'private, no-cache', vary: 'authorization' });
  if ('next' in body && typeof body.next === 'string') {
    const { pathname, search } = new URL(request.url);
    const next = new URL(`${pathname}${search}`, env.PUBLIC_URL);
    next.searchParams.set('cursor', body.next);
    headers.set('link', `<${next.href}>; rel="next"`);
  }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/json');
  return new Response(text, { headers });
}

const TITLES = {
  'invalid-input': 'Bad Request',
  'not-signed-in': 'Unauthorized',
  forbidden: 'Forbidden',
  'not-found': 'Not Found',
  'rate-limited': 'Too Many Requests',
  unavailable: 'Internal Server Error',
} as const satisfies Record<ApiProblem['code'], string>;

function problem(request: Request, error: unknown, scope: ApiScope): Response {
  const code = error instanceof AppError && error.code in TITLES ? (error.code as ApiProblem['code']) : 'unavailable';
  if (code === 'unavailable') {
    logger.error({ err: error, path: new URL(request.url).pathname }, 'request failed');
  }
  const status = code === 'unavailable' ? 500 : STATUS_OF[code];
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (code === 'not-signed-in') headers.set('www-authenticate', 'Bearer realm="PeerGrad"');
  if (code === 'forbidden') {
    headers.set('www-authenticate', `Bearer realm="PeerGrad", error="insufficient_scope", scope="${scope}"`);
  }
  if (error instanceof AppError && error.details.retryAfter !== undefined) {
    headers.set('retry-after', String(Math.ceil(error.details.retryAfter)));
  }
  const body: ApiProblem = {
    ...{ type: 'about:blank', title: TITLES[code], status, code },
    ...(error instanceof InvalidParameters ? { errors: error.errors } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers });
}
