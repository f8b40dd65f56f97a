import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import type { PeopleQuery } from '@/contracts/cohort-people';

/** How the list is arranged, as it stands in the address and in the request; what is empty is left out. */
export type Arrangement = Record<'q' | 'role' | 'team' | 'state', string> &
  Pick<PeopleQuery, 'order' | 'page'> & { sort: PeopleQuery['sort'] };

/** Milliseconds after a key before the list follows. */
const PAUSE_MS = 250;

const SORTS: readonly string[] = ['name', 'email', 'role', 'team', 'joined', 'active'] satisfies PeopleQuery['sort'][];

function read(params: Pick<URLSearchParams, 'get'>): Arrangement {
  const text = (name: string) => params.get(name) ?? '';
  const page = Number(params.get('page'));
  const sort = text('sort');
  return {
    ...{ q: text('q'), role: text('role'), team: text('team'), state: text('state') },
    sort: SORTS.includes(sort) ? (sort as Arrangement['sort']) : 'name',
    order: text('order') === 'desc' ? 'desc' : 'asc',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** As a query string, with `?` if it is not empty. */
function write({ sort, order, page, ...filters }: Arrangement): string {
  const params = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (sort !== 'name') params.set('sort', sort);
  if (order !== 'asc') params.set('order', order);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? '' : `?${params}`;
}

/**
 * How the list of people is arranged; also in the address, so that a link and a reload show the same. Whatever but the page
 * changes begins with the first page again.
 *
 * @returns `search`: what to ask for, once nobody types any more
 */
export function usePeopleQuery(): {
  arrangement: Arrangement;
  search: string;
  change: (part: Partial<Arrangement>) => void;
} {
  const params = useSearchParams();
  const [arrangement, setArrangement] = useState(() => read(params));
  const [search, setSearch] = useState(() => write(arrangement));
  useEffect(() => {
    const next = write(arrangement);
    const timer = setTimeout(() => {
      setSearch(next);
      if (next !== location.search) history.replaceState(history.state, '', location.pathname + next);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [arrangement]);
  const change = useCallback(
    (part: Partial<Arrangement>) => setArrangement((old) => ({ ...old, page: 1, ...part })),
    [],
  );
  return { arrangement, search, change };
}
