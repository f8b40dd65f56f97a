import { isViewingPage } from './viewing';

/**
 * localStorage that never throws: in private windows and when it is full, what is written lives as long as the page. So it
 * does on a page that shows the course as somebody else sees it: what its reader keeps on this device is not theirs.
 */
const memory = new Map<string, string>();

function storage(): Storage {
  if (isViewingPage()) throw new Error('This page keeps nothing.');
  return localStorage;
}

export function readLocal(key: string): string | null {
  try {
    return storage().getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Whether the value will outlive the page. */
export function writeLocal(key: string, value: string): boolean {
  try {
    storage().setItem(key, value);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, value);
    return false;
  }
}

export function removeLocal(key: string): void {
  memory.delete(key);
  try {
    storage().removeItem(key);
  } catch {
    // Storage is refused: nothing was kept there.
  }
}

/** Keys that start with `prefix`, in no particular order. */
export function localKeys(prefix: string): string[] {
  const keys = new Set(memory.keys());
  try {
    const kept = storage();
    for (let index = 0; index < kept.length; index += 1) keys.add(kept.key(index) ?? '');
  } catch {
    // Storage is refused: only the page's own memory counts.
  }
  return [...keys].filter((key) => key.startsWith(prefix));
}
