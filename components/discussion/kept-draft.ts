import * as z from 'zod';
import { readLocal, removeLocal, writeLocal } from '@/components/session/local-store';

/** What an author has written and not sent. */
const DraftSchema = z.object({
  title: z.string().default(''),
  body: z.string(),
  snippet: z.object({ source: z.string(), exercise: z.string().nullable() }).nullable().default(null),
  spoils: z.string().nullable().default(null),
  attachments: z.array(z.string()).default([]),
  replyTo: z.object({ id: z.string(), number: z.number(), name: z.string() }).nullable().default(null),
  snapshot: z.string().nullable().default(null),
});
export type ComposerDraft = z.infer<typeof DraftSchema>;

export const EMPTY_DRAFT: ComposerDraft = DraftSchema.parse({ body: '' });

/** Where one composer of one account keeps its draft; `forgetWork` takes all of them away. */
export function draftKey(account: string, composer: string): string {
  return `peergrad:draft:post:${account}:${composer}`;
}

export function readDraft(key: string): ComposerDraft | null {
  return parse(DraftSchema, readLocal(key));
}

export function writeDraft(key: string, draft: ComposerDraft): void {
  if (isEmpty(draft)) removeLocal(key);
  else writeLocal(key, JSON.stringify(draft));
}

export function isEmpty({ title, body, snippet, attachments, snapshot }: ComposerDraft): boolean {
  return title === '' && body === '' && snippet === null && attachments.length === 0 && snapshot === null;
}

/** A post on its way: kept until the server has said that it has it. */
const OutgoingSchema = z.object({ clientId: z.uuid(), draft: DraftSchema, at: z.number() });
export type Outgoing = z.infer<typeof OutgoingSchema>;

const outgoingKey = (account: string, thread: string) => `peergrad:draft:outgoing:${account}:${thread}`;

export function readOutgoing(account: string, thread: string): Outgoing[] {
  return parse(z.array(OutgoingSchema), readLocal(outgoingKey(account, thread))) ?? [];
}

export function writeOutgoing(account: string, thread: string, posts: readonly Outgoing[]): void {
  const key = outgoingKey(account, thread);
  if (posts.length === 0) removeLocal(key);
  else writeLocal(key, JSON.stringify(posts));
}

function parse<T>(schema: z.ZodType<T>, text: string | null): T | null {
  try {
    return schema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}
