'use client';

import { useCallback, useEffect, useState } from 'react';

/** How a figure's settings stand in the address: one query parameter, text both ways. `parse` gives null for nonsense. */
export type UrlFormat<T> = { parameter: string; parse: (text: string) => T | null; format: (state: T) => string };

/**
 * Settings of a figure that a link can carry. Starts from the address (else from `initial`) and writes every change back
 * without a navigation; settings equal to `initial` leave the address clean.
 */
export function useUrlState<T>(initial: T, { parameter, parse, format }: UrlFormat<T>): [T, (next: T) => void] {
  const [state, setState] = useState<T>(() => {
    const text = new URLSearchParams(location.search).get(parameter);
    return (text === null ? null : parse(text)) ?? initial;
  });

  const text = format(state);
  const clean = format(initial);
  useEffect(() => {
    // A slider fires many changes a second and browsers limit how often the address may be written.
    const timer = setTimeout(() => {
      const url = new URL(location.href);
      if (text === clean) url.searchParams.delete(parameter);
      else url.searchParams.set(parameter, text);
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, clean, parameter]);

  return [state, useCallback((next: T) => setState(next), [])];
}
