import { readLocal, removeLocal, writeLocal } from '@/components/session/local-store';

/** A comment that is written and not sent. `clientId`: of the first try to send it as it stands, so that another makes no second. */
export interface Unsent {
  body: string;
  clientId: string;
}

export const NOTHING_UNSENT: Unsent = { body: '', clientId: '' };

/** Where one account keeps what it writes in one place; `forgetWork` takes all of them away. */
export function unsentKey(account: string, place: string): string {
  return `peergrad:draft:comment:${account}:${place}`;
}

export function readUnsent(key: string): Unsent {
  try {
    const { body, clientId } = JSON.parse(readLocal(key) ?? '') as Partial<Unsent>;
    return typeof body === 'string' && typeof clientId === 'string' ? { body, clientId } : NOTHING_UNSENT;
  } catch {
    return NOTHING_UNSENT;
  }
}

export function writeUnsent(key: string, unsent: Unsent): void {
  if (unsent.body === '') removeLocal(key);
  else writeLocal(key, JSON.stringify(unsent));
}
