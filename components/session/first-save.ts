import { meStore, refreshMe } from './me-store';

/**
 * Runs a request that makes the guest account when there is none. While the reader has none, one request at a time over
 * all tabs: two at once would make two guests.
 */
export async function withAccount<T>(request: () => Promise<T>): Promise<T> {
  if (meStore.get().me?.viewer || !navigator.locks) return firstSave(request);
  return navigator.locks.request('peergrad:first-save', () => firstSave(request));
}

async function firstSave<T>(request: () => Promise<T>): Promise<T> {
  const result = await request();
  if (!meStore.get().me?.viewer) void refreshMe();
  return result;
}
