'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Me } from '@/contracts/learning';
import { type MeState, meStore, refreshMe } from './me-store';

const onServer: MeState = { me: null, loading: true, unreachable: false };

/**
 * What the server knows of the reader. While `loading`, and in prerendered HTML, `me` is null: leave room for what will
 * come. `me.viewer` is null for somebody who has nothing worth keeping yet.
 */
export function useMe(): { me: Me | null; loading: boolean; refresh(): void } {
  const { me, loading } = useSyncExternalStore(meStore.subscribe, meStore.get, () => onServer);
  const refresh = useCallback(() => void refreshMe(), []);
  return { me, loading, refresh };
}
