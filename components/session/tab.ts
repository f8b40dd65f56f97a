const KEY = 'peergrad:tab';
const LOCK = 'peergrad:tab:';

let own: Promise<string> | undefined;

/**
 * A name for this tab that survives a reload. A duplicated tab inherits its twin's session storage, so the name is
 * claimed with a lock, which also tells the living tabs from the closed ones.
 */
export function tabId(): Promise<string> {
  own ??= claim(sessionStorage.getItem(KEY) ?? crypto.randomUUID());
  return own;
}

/** Names of the tabs that are open now, this one included. Undefined where the browser cannot say. */
export async function openTabs(): Promise<Set<string> | undefined> {
  if (!navigator.locks) return undefined;
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

async function claim(id: string): Promise<string> {
  const claimed = await hold(id);
  if (!claimed) return claim(crypto.randomUUID());
  sessionStorage.setItem(KEY, id);
  return id;
}

function hold(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(LOCK + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the page goes.
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}
