/**
 * localStorage that never throws: in private windows and when it is full, what is written lives as long as the page.
 */
const memory = new Map<string, string>();

export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Whether the value will outlive the page. */
export function writeLocal(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
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
    localStorage.removeItem(key);
  } catch {
    // Storage is refused: nothing was kept there.
  }
}

/** Keys that start with `prefix`, in no particular order. */
export function localKeys(prefix: string): string[] {
  const keys = new Set(memory.keys());
  try {
    for (let index = 0; index < localStorage.length; index += 1) keys.add(localStorage.key(index) ?? '');
  } catch {
    // Storage is refused: only the page's own memory counts.
  }
  return [...keys].filter((key) => key.startsWith(prefix));
}
