import { readLocal, removeLocal, writeLocal } from '@/components/session/local-store';
import type { SearchEntry } from '@/contracts/search';

/** What was opened from the palette; the text stays out. */
export type Recent = Pick<SearchEntry, 'kind' | 'title' | 'place' | 'href'>;

const MOST = 6;
const keyOf = (locale: string) => `peergrad:found:${locale}`;

function isRecent(value: unknown): value is Recent {
  const names = ['kind', 'title', 'place', 'href'] as const;
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string')
  );
}

/** The last first. */
export function readRecent(locale: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(readLocal(keyOf(locale)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function keepRecent(locale: string, { kind, title, place, href }: Recent): void {
  const others = readRecent(locale).filter((other) => other.href !== href);
  writeLocal(keyOf(locale), JSON.stringify([{ kind, title, place, href }, ...others].slice(0, MOST)));
}

export function forgetRecent(locale: string): void {
  removeLocal(keyOf(locale));
}
