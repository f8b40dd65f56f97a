import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { SORTS, type View } from './arrange';

function read(params: Pick<URLSearchParams, 'get' | 'has'>): View {
  return {
    query: params.get('q') ?? '',
    team: params.get('team'),
    unit: params.get('unit'),
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'name',
    scope: params.get('total') === 'all' ? 'all' : 'so-far',
  };
}

function write({ query, team, unit, sort, scope }: View): string {
  const params = new URLSearchParams({
    ...(query && { q: query }),
    ...(team !== null && { team }),
    ...(unit !== null && { unit }),
    ...(sort !== 'name' && { sort }),
    ...(scope === 'all' && { total: 'all' }),
  });
  return params.size === 0 ? '' : `?${params}`;
}

/** How the gradebook is looked at; also in the address, which follows, as that of the matrix does. */
export function useView(): [View, (change: Partial<View>) => void] {
  const params = useSearchParams();
  const [view, setView] = useState(() => read(params));
  useEffect(() => {
    const search = write(view);
    if (search !== location.search) history.replaceState(history.state, '', location.pathname + search);
  }, [view]);
  return [view, useCallback((part: Partial<View>) => setView((old) => ({ ...old, ...part })), [])];
}
