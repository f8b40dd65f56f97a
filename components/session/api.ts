import type { ErrorCode } from '@/contracts/error';

/** `offline`: no answer came at all. `unavailable` also stands for an answer that is not what the contract promises. */
export type ApiErrorCode = ErrorCode | 'offline';

/** A request that did not get what it asked for. `body` is the parsed JSON of the answer, if there was any. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    readonly status: number,
    readonly body: unknown = undefined,
    /** Seconds to wait, with `rate-limited`. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(`${code} (${status})`);
    this.name = 'ApiError';
  }
}

/** A zod schema, or a smaller thing that judges like one. */
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** For answers without a body worth reading. */
export const nothing: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

export interface ApiOptions<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** What the answer must be: a schema, or a function that loads one, to keep zod out of a page's first script. */
  schema: Schema<T> | (() => Promise<Schema<T>>);
  signal?: AbortSignal;
  /**
   * How often to try again when no answer came or the server was unavailable. Default 2 for GET, 0 for the rest: give
   * it only where a repetition changes nothing.
   */
  retries?: number;
}

/** Whether trying the same again later may succeed. */
export function isTemporary(error: unknown): boolean {
  return error instanceof ApiError && ['offline', 'unavailable', 'rate-limited'].includes(error.code);
}

/**
 * Calls our own HTTP API and parses the answer.
 * @throws {ApiError} for every failure.
 * @example const { draft } = await api('/api/drafts?exercise=02-mlp/softmax', { schema: DraftAnswerSchema });
 */
export async function api<T>(path: string, options: ApiOptions<T>): Promise<T> {
  const retries = options.retries ?? ((options.method ?? 'GET') === 'GET' ? 2 : 0);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await attemptOnce(path, options);
    } catch (error) {
      if (attempt >= retries || !isTemporary(error) || options.signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300 * 3 ** attempt));
    }
  }
}

async function attemptOnce<T>(path: string, { method = 'GET', body, schema, signal }: ApiOptions<T>): Promise<T> {
  // The schema comes while the server works. What is wrong with it matters only once there is an answer to judge.
  const loading = typeof schema === 'function' ? schema() : null;
  loading?.catch(() => undefined);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline', 0);
  }
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw await toApiError(response.status, json);
  const parsed = ((await loading) ?? (schema as Schema<T>)).safeParse(json);
  if (!parsed.success) throw new ApiError('unavailable', response.status, json);
  return parsed.data;
}

async function toApiError(status: number, json: unknown): Promise<ApiError> {
  const { ErrorBodySchema } = await import('@/contracts/error');
  const parsed = ErrorBodySchema.safeParse(json);
  if (parsed.success) return new ApiError(parsed.data.error.code, status, json, parsed.data.error.retryAfter);
  return new ApiError(status === 409 ? 'conflict' : 'unavailable', status, json);
}
