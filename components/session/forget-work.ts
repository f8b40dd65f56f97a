import { localKeys, removeLocal } from './local-store';

/** Removes every text of the reader that this browser keeps: of who deletes their account nothing may come back. */
export function forgetWork(): void {
  for (const kind of ['draft', 'kept', 'submission', 'found', 'notes']) {
    for (const key of localKeys(`peergrad:${kind}:`)) removeLocal(key);
  }
}
