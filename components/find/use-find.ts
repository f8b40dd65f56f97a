'use client';

import { useEffect, useRef, useState } from 'react';
import { api } from '@/components/session/api';
import { type FindHit, FoundSchema } from '@/contracts/find';

/** A search waits this long for the next key. */
const DEBOUNCE_MS = 200;

export interface FindState {
  /** The question that `hits` answer. */
  query: string;
  hits: FindHit[];
  next: number | null;
  error: unknown;
  isBusy: boolean;
}

const NOTHING: FindState = { query: '', hits: [], next: null, error: null, isBusy: false };

/** What is found by a query string of `/api/find`; old hits stay while newer ones are on their way. Null asks nothing. */
export function useFind(query: string | null): FindState & { more(): void } {
  const [state, setState] = useState(NOTHING);
  const asking = useRef<AbortController>(null);

  async function ask(question: string, offset: number) {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    setState((old) => ({ ...old, isBusy: true }));
    try {
      const { hits, next } = await api(`/api/find?${question}&offset=${offset}`, {
        schema: FoundSchema,
        signal: controller.signal,
        retries: 1,
      });
      setState((old) => ({
        ...{ query: question, next, error: null, isBusy: false },
        hits: offset === 0 ? hits : [...old.hits, ...hits],
      }));
    } catch (error) {
      if (!controller.signal.aborted) setState((old) => ({ ...old, error, isBusy: false }));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` uses nothing that changes
  useEffect(() => {
    if (query === null) {
      asking.current?.abort();
      setState(NOTHING);
      return;
    }
    const timer = setTimeout(() => void ask(query, 0), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [query]);

  return { ...state, more: () => state.next !== null && void ask(state.query, state.next) };
}
