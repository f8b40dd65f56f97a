import type { SearchEntry } from '@/contracts/search';
import { SearchIndex } from './search-index';

/** What must hold for the palette not to break; `SearchEntriesSchema` whole would double its script. */
export function isSearchEntries(value: unknown): value is SearchEntry[] {
  const texts = ['kind', 'title', 'place', 'text', 'href'] as const;
  return (
    Array.isArray(value) &&
    value.every(
      (entry: Partial<Record<keyof SearchEntry, unknown>> | null) =>
        typeof entry === 'object' &&
        entry !== null &&
        texts.every((name) => typeof entry[name] === 'string') &&
        Array.isArray(entry.also),
    )
  );
}

const loaded = new Map<string, Promise<SearchIndex>>();

async function load(locale: string): Promise<SearchIndex> {
  const response = await fetch(`/${locale}/search.json`);
  const entries: unknown = response.ok ? await response.json() : null;
  if (!isSearchEntries(entries)) throw new Error(`/${locale}/search.json: ${response.status}`);
  return SearchIndex.of(entries);
}

/**
 * The index of one language, fetched once per page load; a failure is not kept, so that it can be tried again.
 * @throws {Error} without a network, or when the site has changed under the page
 */
export function loadIndex(locale: string): Promise<SearchIndex> {
  const promise = loaded.get(locale) ?? load(locale);
  loaded.set(locale, promise);
  promise.catch(() => loaded.delete(locale));
  return promise;
}
