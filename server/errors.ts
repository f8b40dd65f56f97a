import 'server-only';
import type { ErrorCode } from '@/contracts/error';

/** What each expected failure is in HTTP. */
export const STATUS_OF: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'solution-locked': 403,
  'read-only': 403,
  'cross-site': 403,
  'not-found': 404,
  conflict: 409,
  'source-too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
};

/** An expected failure, by name. Whatever else is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    /** `retryAfter` in seconds, with `rate-limited`. */
    readonly details: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: details.cause });
  }
}
