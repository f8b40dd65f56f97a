'use client';

import { useMe } from '@/components/session/use-me';
import { dueChecks, nextDue } from './due';

/** What there is to review, from the one call for the reader's data; `answered` is null while that is not known. */
export function useDue(): { answered: number | null; due: string[]; next: Date | null } {
  const { me } = useMe();
  if (!me) return { answered: null, due: [], next: null };
  const now = Date.now();
  return {
    answered: Object.keys(me.quickChecks).length,
    due: dueChecks(me.quickChecks, now),
    next: nextDue(me.quickChecks, now),
  };
}
