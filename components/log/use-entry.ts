'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { createEntrySync } from './entry-sync';
import { zoneOfReader } from './show-day';

/** The entry of one day, kept on the server while the component lives; null: today's. */
export function useEntry(asked: string | null) {
  const [sync] = useState(() => createEntrySync(asked, zoneOfReader()));
  const draft = useSyncExternalStore(sync.store.subscribe, sync.store.get, sync.store.get);
  const day = useSyncExternalStore(sync.day.subscribe, sync.day.get, sync.day.get);
  useEffect(() => sync.start(), [sync]);
  return { sync, draft, day };
}
