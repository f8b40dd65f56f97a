import 'server-only';
import * as z from 'zod';
import type { LearnerEvent } from '@/contracts/learning';
import { db } from '../db';
import { logger } from '../logger';

/** Channel whose payloads are what is told: nobody reads them again. */
export const MOMENT_CHANNEL = 'moments';

/** Longest payload of NOTIFY, in bytes, is 7,999. */
const MAX_PAYLOAD = 7_900;

/** Moments of one sender in one process: so many at once, and so many more each second. */
const BURST = 12;
const PER_SECOND = 6;

/** Who hears a moment, and what they hear, as JSON. */
const HeardMomentSchema = z.object({ to: z.array(z.string()), event: z.string() });
export type HeardMoment = z.infer<typeof HeardMomentSchema>;

/**
 * Tells people's open pages what is of no use a minute later: who types, who is there, where a clock stands. It is no
 * row: it has no id, is never replayed, and is lost on a page that is not connected just now. Say nothing in it that a
 * page could not ask for by its reader's own rights.
 *
 * @param from whoever causes it: of somebody who causes too many, the surplus is dropped. Leave it out for what the server
 *   itself says.
 * @returns whether it was told
 */
export async function tell(
  userIds: readonly string[],
  moment: LearnerEvent,
  { from }: { from?: string } = {},
): Promise<boolean> {
  if (from !== undefined && !mayTell(from)) return false;
  const event = JSON.stringify(moment);
  const payloads = inPayloads([...new Set(userIds)], event);
  if (payloads.length > 0) {
    await db.$executeRaw`
      SELECT pg_notify(${MOMENT_CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
  }
  return true;
}

/** As few payloads as hold all recipients. */
function inPayloads(userIds: readonly string[], event: string): string[] {
  const room = MAX_PAYLOAD - Buffer.byteLength(JSON.stringify({ to: [], event }));
  const payloads: string[] = [];
  let to: string[] = [];
  let used = 0;
  for (const userId of userIds) {
    const size = Buffer.byteLength(JSON.stringify(userId)) + 1;
    if (size > room) throw new Error('A moment must fit into one NOTIFY.');
    if (used + size > room) {
      payloads.push(JSON.stringify({ to, event }));
      [to, used] = [[], 0];
    }
    to.push(userId);
    used += size;
  }
  if (to.length > 0) payloads.push(JSON.stringify({ to, event }));
  return payloads;
}

/** What a payload of {@link MOMENT_CHANNEL} says; null for one that is not ours. */
export function readMoment(payload: string): HeardMoment | null {
  try {
    return HeardMomentSchema.parse(JSON.parse(payload));
  } catch (err) {
    logger.warn({ err }, 'a moment could not be read');
    return null;
  }
}

interface Bucket {
  left: number;
  at: number;
}

const buckets = new Map<string, Bucket>();
const MAX_BUCKETS = 10_000;

/** A token bucket for each sender, in memory: a moment is worth no write. */
function mayTell(from: string, now = Date.now()): boolean {
  const bucket = buckets.get(from) ?? { left: BURST, at: now };
  bucket.left = Math.min(BURST, bucket.left + ((now - bucket.at) / 1000) * PER_SECOND);
  bucket.at = now;
  if (buckets.size >= MAX_BUCKETS) buckets.clear();
  buckets.set(from, bucket);
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}
