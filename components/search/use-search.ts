import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SearchEntry } from '@/contracts/search';
import { loadIndex } from './load-index';
import type { SearchIndex } from './search-index';

/** `found` is null until something is asked of an index that is there. */
export type Search = { state: 'loading' | 'failed' | 'ready'; found: SearchEntry[] | null; again: () => void };

/** Answers `query` as it is typed. */
export function useSearch(locale: string, query: string): Search {
  const [index, setIndex] = useState<SearchIndex | 'loading' | 'failed'>('loading');
  const asked = useDeferredValue(query.trim());

  const load = useCallback(() => {
    setIndex('loading');
    loadIndex(locale).then(setIndex, () => setIndex('failed'));
  }, [locale]);
  useEffect(load, [load]);

  const found = useMemo(() => (typeof index === 'string' || asked === '' ? null : index.find(asked)), [index, asked]);
  return { state: typeof index === 'string' ? index : 'ready', found, again: load };
}
