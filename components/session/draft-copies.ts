import * as z from 'zod';
import type { LocalCopy } from './draft-machine';
import { localKeys, readLocal, removeLocal, writeLocal } from './local-store';
import { openTabs } from './tab';

const CopySchema = z.object({ text: z.string(), baseRevision: z.number().int(), at: z.number() });
const PREFIX = 'peergrad:draft:';
const keyOf = (exercise: string, tab: string) => `${PREFIX}${exercise}:${tab}`;

/** Writes down what the server does not have yet. False when the browser keeps it only as long as the page. */
export function writeCopy(exercise: string, tab: string, copy: LocalCopy): boolean {
  return writeLocal(keyOf(exercise, tab), JSON.stringify({ ...copy, at: Date.now() }));
}

export function removeCopy(exercise: string, tab: string): void {
  removeLocal(keyOf(exercise, tab));
}

/** The copy of this tab or else the newest one of a tab that was closed, which becomes this tab's own. */
export async function adoptCopy(exercise: string, tab: string): Promise<LocalCopy | null> {
  const own = readCopy(keyOf(exercise, tab));
  if (own) return own;
  const open = await openTabs();
  const orphans = localKeys(`${PREFIX}${exercise}:`)
    .filter((key) => !open?.has(key.slice(key.lastIndexOf(':') + 1)))
    .flatMap((key) => {
      const copy = readCopy(key);
      return copy ? [{ key, copy }] : [];
    })
    .sort((a, b) => b.copy.at - a.copy.at);
  const newest = orphans[0];
  if (!newest) return null;
  writeCopy(exercise, tab, newest.copy);
  removeLocal(newest.key);
  return newest.copy;
}

function readCopy(key: string) {
  try {
    return CopySchema.parse(JSON.parse(readLocal(key) ?? 'null'));
  } catch {
    return null;
  }
}
