import { useSyncExternalStore } from 'react';

/**
 * Where to go after signing in: the `next` of the address, if it is a page of this site; else `fallback`. A full load,
 * so that nothing that was read as somebody else stays in the page.
 */
export function nextPage(search: string, origin: string, fallback: string): string {
  const next = new URLSearchParams(search).get('next');
  if (next === null || !URL.canParse(next, origin)) return fallback;
  const url = new URL(next, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

export function goOn(fallback: string): void {
  window.location.assign(nextPage(window.location.search, window.location.origin, fallback));
}

/** `?next=…` for the way to another account page, or nothing. */
export function nextQuery(search: string): '' | `?${string}` {
  const next = new URLSearchParams(search).get('next');
  return next === null ? '' : `?${new URLSearchParams({ next })}`;
}

const never = () => () => {};

/** The page's own `?next=…`, to take along; empty in prerendered HTML. */
export function useNextQuery(): '' | `?${string}` {
  return useSyncExternalStore(
    never,
    () => nextQuery(window.location.search),
    () => '',
  );
}
