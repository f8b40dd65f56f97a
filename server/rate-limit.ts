import 'server-only';
import { addressBucket, addressOf } from './accounts/client-address';
import { db } from './db';
import { AppError } from './errors';

/** At most `max` in any `window` seconds, counted in buckets that start with the first request. */
export interface Limit {
  max: number;
  window: number;
}

/** `retryAfter` in seconds. */
export type LimitVerdict = { allowed: true } | { allowed: false; retryAfter: number };

/**
 * Counts one request against `key`. One statement, so that concurrent requests, also of several web processes, cannot
 * all pass on the same old count. A refused request is not counted.
 */
export async function consume(key: string, { max, window }: Limit, now = Date.now()): Promise<LimitVerdict> {
  const start = now - window * 1000;
  const rows = await db.$queryRaw<{ count: number; last_request: bigint }[]>`
    INSERT INTO rate_limit (id, key, count, last_request) VALUES (gen_random_uuid()::text, ${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.last_request <= ${start} THEN 1 ELSE LEAST(rate_limit.count + 1, ${max + 1}) END,
      last_request = CASE WHEN rate_limit.last_request <= ${start} THEN ${now} ELSE rate_limit.last_request END
    RETURNING count, last_request`;
  const row = rows[0];
  if (row === undefined || row.count <= max) return { allowed: true };
  return {
    allowed: false,
    retryAfter: Math.max(1, Math.ceil((Number(row.last_request) + window * 1000 - now) / 1000)),
  };
}

/** What may be done how often, per account and per address. Addresses get more: a classroom shares one. */
export const LIMITS = {
  // A cohort of three hundred on its first day, behind one address.
  'sign-in': { account: { max: 8, window: 300 }, address: { max: 400, window: 300 } },
  'sign-up': { account: { max: 5, window: 600 }, address: { max: 400, window: 600 } },
  mail: { account: { max: 3, window: 900 }, address: { max: 30, window: 900 } },
  password: { account: { max: 8, window: 300 }, address: { max: 60, window: 300 } },
  // A lecture hall behind one address, where some open a second browser.
  guest: { account: { max: 20, window: 3600 }, address: { max: 1000, window: 3600 } },
  attachment: { account: { max: 60, window: 600 }, address: { max: 600, window: 600 } },
  export: { account: { max: 5, window: 600 }, address: { max: 60, window: 600 } },
  save: { account: { max: 300, window: 60 }, address: { max: 6000, window: 60 } },
  // A search as one types.
  find: { account: { max: 240, window: 60 }, address: { max: 3000, window: 60 } },
  similarity: { account: { max: 60, window: 60 }, address: { max: 600, window: 60 } },
  // Of a token, and of all tokens behind one address; unknown ones count there too.
  api: { account: { max: 600, window: 60 }, address: { max: 3000, window: 60 } },
  regrade: { account: { max: 20, window: 600 }, address: { max: 60, window: 600 } },
  // A code has 31^8 spellings: at this rate nobody guesses one.
  'join-code': { account: { max: 20, window: 600 }, address: { max: 300, window: 600 } },
  // A roster is looked at, mended, and looked at again.
  roster: { account: { max: 120, window: 600 }, address: { max: 600, window: 600 } },
  cohort: { account: { max: 60, window: 600 }, address: { max: 600, window: 600 } },
  team: { account: { max: 60, window: 600 }, address: { max: 600, window: 600 } },
  presence: { account: { max: 120, window: 60 }, address: { max: 6000, window: 60 } },
  session: { account: { max: 120, window: 60 }, address: { max: 6000, window: 60 } },
  // Five batches a second, with room for what is sent again.
  notes: { account: { max: 600, window: 60 }, address: { max: 12_000, window: 60 } },
  cursor: { account: { max: 600, window: 60 }, address: { max: 12_000, window: 60 } },
  post: { account: { max: 30, window: 60 }, address: { max: 600, window: 60 } },
  reaction: { account: { max: 60, window: 60 }, address: { max: 1200, window: 60 } },
  report: { account: { max: 10, window: 600 }, address: { max: 100, window: 600 } },
  moderation: { account: { max: 120, window: 60 }, address: { max: 600, window: 60 } },
  submission: { account: { max: 30, window: 60 }, address: { max: 600, window: 60 } },
} as const satisfies Record<string, { account: Limit; address: Limit }>;

export type LimitName = keyof typeof LIMITS;

/**
 * Throws `rate-limited` when the account (a user id, or an e-mail address before sign-in; null when there is none) or
 * the client's address did `name` too often. Both are counted.
 */
export async function enforceLimit(
  name: LimitName,
  { account, headers }: { account: string | null; headers: Headers },
): Promise<void> {
  const limits = LIMITS[name];
  const address = addressOf(headers);
  const verdicts = await Promise.all([
    address === null ? null : consume(`${name}:address:${addressBucket(address)}`, limits.address),
    account === null ? null : consume(`${name}:account:${account}`, limits.account),
  ]);
  const refusals = verdicts.flatMap((verdict) => (verdict === null || verdict.allowed ? [] : [verdict.retryAfter]));
  if (refusals.length > 0) throw new AppError('rate-limited', { retryAfter: Math.max(...refusals) });
}

/** Counters nobody needs any more; called daily by the grader. */
export async function pruneLimits(now = Date.now()): Promise<void> {
  await db.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now - 24 * 3600 * 1000) } } });
}
