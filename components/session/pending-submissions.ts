import * as z from 'zod';
import { SubmissionInputSchema } from '@/contracts/learning';
import { localKeys, readLocal, removeLocal, writeLocal } from './local-store';

/** A submission from the press of the button until its verdict was shown. `id` once the server has it. */
const PendingSchema = z.object({ input: SubmissionInputSchema, at: z.number(), id: z.string().optional() });
export type PendingSubmission = z.infer<typeof PendingSchema>;

const PREFIX = 'peergrad:submission:';

export function writePending(pending: PendingSubmission): void {
  writeLocal(PREFIX + pending.input.clientId, JSON.stringify(pending));
}

export function removePending(clientId: string): void {
  removeLocal(PREFIX + clientId);
}

/** The newest submission of an exercise that was not answered before the page was left; null when there is none. */
export function findPending(exercise: string): PendingSubmission | null {
  const found = localKeys(PREFIX)
    .flatMap((key) => {
      const parsed = PendingSchema.safeParse(parse(readLocal(key)));
      return parsed.success && parsed.data.input.exercise === exercise ? [parsed.data] : [];
    })
    .sort((a, b) => b.at - a.at);
  return found[0] ?? null;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
