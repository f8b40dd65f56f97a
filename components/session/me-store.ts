import type { Me } from '@/contracts/learning';
import { api, isTemporary } from './api';
import { meShape } from './me-shape';
import { createStore } from './store';

export interface MeState {
  me: Me | null;
  loading: boolean;
  /** The server could not be reached; it is asked again when the network or the reader comes back. */
  unreachable: boolean;
}

/** What the server knows of the reader, fetched once for the whole page and shared by all who ask. */
export const meStore = createStore<MeState>({ me: null, loading: true, unreachable: false }, () => {
  if (meStore.get().me === null) refreshMe();
  const again = () => meStore.get().unreachable && refreshMe();
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  return () => {
    window.removeEventListener('online', again);
    document.removeEventListener('visibilitychange', again);
  };
});

let inFlight: Promise<void> | undefined;
let stale = false;

/** Asks the server again. Calls made while one is under way are answered by one more request. */
export function refreshMe(): Promise<void> {
  if (inFlight) {
    stale = true;
    return inFlight;
  }
  inFlight = load().finally(() => {
    inFlight = undefined;
    if (!stale) return undefined;
    stale = false;
    return refreshMe();
  });
  return inFlight;
}

let hasAsked = false;

async function load() {
  // On a move within the site nothing takes what `askEarly` brought: a later request of its path would get that, however old.
  const path = hasAsked ? '/api/me?again=1' : '/api/me';
  hasAsked = true;
  try {
    const me = await api(path, { schema: meShape });
    meStore.set({ me, loading: false, unreachable: false });
  } catch (error) {
    meStore.set({ ...meStore.get(), loading: false, unreachable: isTemporary(error) });
  }
}
