import { readLocal, removeLocal, writeLocal } from '@/components/session/local-store';

/**
 * A comment, or an edit of one, that is written and not sent. `clientId`: of the first try to send it as it stands, so that
 * another makes no second.
 */
export interface Unsent {
  body: string;
  clientId: string;
  /** Of the comment that an edit was begun on. */
  revision?: number;
}

export const NOTHING_UNSENT: Unsent = { body: '', clientId: '' };

/** Where one account keeps what it writes in one place; `forgetWork` takes all of them away. */
export function unsentKey(account: string, place: string): string {
  return `peergrad:draft:comment:${account}:${place}`;
}

export function readUnsent(key: string): Unsent {
  try {
    const { body, clientId, revision } = JSON.parse(readLocal(key) ?? '') as Partial<Unsent>;
    if (typeof body !== 'string' || typeof clientId !== 'string') return NOTHING_UNSENT;
    return { body, clientId, revision: typeof revision === 'number' ? revision : undefined };
  } catch {
    return NOTHING_UNSENT;
  }
}

export function writeUnsent(key: string, unsent: Unsent): void {
  if (unsent.body === '') removeLocal(key);
  else writeLocal(key, JSON.stringify(unsent));
}
