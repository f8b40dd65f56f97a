import MiniSearch, { type Query } from 'minisearch';
import type { SearchEntry } from '@/contracts/search';
import { holds } from './marks';
import { initialsOf, typedKeys, withoutParticle, wordsOf } from './typed-keys';

const HANGUL = /^[가-힣]+$/;

/** What a word of an entry is found by: its keys, and of a Korean word the keys of each end of it (하강법 of 경사하강법). */
function indexed(word: string, field?: string): string[] {
  if (!HANGUL.test(word)) return [typedKeys(word)];
  const ends = Array.from({ length: Math.max(word.length - 1, 1) }, (_, from) => typedKeys(word.slice(from)));
  return field === 'text' ? ends : [...ends, initialsOf(word)];
}

/** Ways to find one asked word. */
function alternatives(word: string): Query[] {
  const stem = withoutParticle(word);
  const parts = HANGUL.test(word) ? Array.from({ length: Math.max(word.length - 3, 0) }, (_, index) => index + 2) : [];
  return [
    word,
    ...(stem === null ? [] : [stem]),
    // 교차엔트로피 is written 교차 엔트로피 as well.
    ...parts.map((cut): Query => ({ combineWith: 'AND', queries: [word.slice(0, cut), word.slice(cut)] })),
  ];
}

/** All of `entries`, ready to be asked. */
export class SearchIndex {
  readonly #entries: readonly SearchEntry[];
  readonly #index = new MiniSearch<{ id: number; title: string; also: string; text: string }>({
    fields: ['title', 'also', 'text'],
    tokenize: (text) => wordsOf(text).map(({ word }) => word),
    processTerm: indexed,
    searchOptions: {
      processTerm: typedKeys,
      combineWith: 'AND',
      prefix: true,
      // A slip in an English word; a Korean one would be another word.
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      boost: { title: 8, also: 4 },
      weights: { fuzzy: 0.2, prefix: 0.7 },
    },
  });

  private constructor(entries: readonly SearchEntry[]) {
    this.#entries = entries;
  }

  /** Indexes piece by piece, so that the page stays alive meanwhile. */
  static async of(entries: readonly SearchEntry[]): Promise<SearchIndex> {
    const made = new SearchIndex(entries);
    const documents = entries.map(({ title, also, text }, id) => ({ id, title, also: also.join(' · '), text }));
    await made.#index.addAllAsync(documents, { chunkSize: 20 });
    return made;
  }

  /** At most `limit` entries that hold every word of `query`: those first that hold them in their title. */
  find(query: string, limit = 20): SearchEntry[] {
    const words = wordsOf(query).map(({ word }) => word);
    if (words.length === 0) return [];
    const results = this.#index.search({
      combineWith: 'AND',
      queries: words.map((word): Query => ({ combineWith: 'OR', queries: alternatives(word) })),
    });
    const found = results.flatMap(({ id }) => this.#entries[id] ?? []);
    const named = (entry: SearchEntry) => holds([entry.title, ...entry.also].join(' · '), query);
    return [...found.filter(named), ...found.filter((entry) => !named(entry))].slice(0, limit);
  }
}
