import 'server-only';
import type * as z from 'zod';
import type { ErrorBodySchema } from '@/contracts/error';
import { env } from './env';
import { AppError, STATUS_OF } from './errors';
import { logger } from './logger';
import { isCrossSiteMutation } from './same-site';
import { findView, inView } from './view-as/view';

/** Room for the longest source, escaped as JSON at its worst. */
const MAX_BODY_BYTES = 1_000_000;

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * A route of `/api`: refuses mutations that another site started, turns an {@link AppError} into its status and body,
 * keeps every answer out of caches. The handler itself reads parse, authorize, do, respond. While somebody of staff looks as
 * a learner, only routes with `inView` answer, and to them who asks is the learner: give it to what reads, and shows nothing
 * but the course.
 *
 * @example export const PUT = route(async (request) => json(await save(await requireViewer(request), await parseBody(request, Schema))));
 */
export function route<Context = unknown>(
  handler: Handler<Context>,
  options: { inView?: boolean } = {},
): Handler<Context> {
  return async (request, context) => {
    try {
      if (isCrossSiteMutation(request, env.PUBLIC_URL)) throw new AppError('cross-site');
      const view = findView(request.headers);
      if (view === null) return uncached(await handler(request, context));
      if (!options.inView) throw new AppError('read-only');
      return uncached(await inView(view, () => handler(request, context)));
    } catch (error) {
      return uncached(failure(request, error));
    }
  };
}

/** An answer of 2xx, or of 409 where the conflict is the answer. */
export function json(body: unknown, init?: ResponseInit): Response {
  return Response.json(body, init);
}

/** The answer, with the cookies of a guest who was made for it. */
export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/**
 * The JSON body, by its schema.
 * @throws {AppError} `invalid-input`; `source-too-large` for a body that no source within the limit can need.
 */
export async function parseBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new AppError('invalid-input');
  return parse(schema, parseJson((await readBody(request, MAX_BODY_BYTES)).toString('utf8')));
}

/**
 * The query string, by its schema; of a repeated name the last counts.
 * @throws {AppError} `invalid-input`
 */
export function parseQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  return parse(schema, Object.fromEntries(new URL(request.url).searchParams));
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const tooLong = result.error.issues.some((issue) => issue.code === 'too_big' && issue.path[0] === 'source');
  throw new AppError(tooLong ? 'source-too-large' : 'invalid-input', { cause: result.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, storable);
  } catch (cause) {
    throw new AppError('invalid-input', { cause });
  }
}

/** PostgreSQL holds no NUL and no half of a surrogate pair. */
function storable(key: string, value: unknown): unknown {
  if (key.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw new SyntaxError('NUL');
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/**
 * The body's bytes. Stops reading at the limit: `Content-Length` may be absent or lie.
 * @throws {AppError} `source-too-large`
 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) throw new AppError('source-too-large');
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function failure(request: Request, error: unknown): Response {
  if (error instanceof AppError) {
    const { retryAfter } = error.details;
    const headers = retryAfter === undefined ? undefined : { 'retry-after': String(Math.ceil(retryAfter)) };
    return json(errorBody(error), { status: STATUS_OF[error.code], headers });
  }
  logger.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'request failed');
  return json(errorBody(new AppError('unavailable')), { status: 500 });
}

function errorBody({ code, details }: AppError): z.infer<typeof ErrorBodySchema> {
  return { error: { code, ...(details.retryAfter === undefined ? {} : { retryAfter: details.retryAfter }) } };
}

function uncached(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
