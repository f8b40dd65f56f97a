import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { type Arrangement, SORTS, type Sort } from './arrange';

const isSort = (text: string | null): text is Sort => SORTS.some((sort) => sort === text);

function read(params: Pick<URLSearchParams, 'get' | 'has'>): Arrangement {
  const sort = params.get('sort');
  return {
    query: params.get('q') ?? '',
    team: params.get('team'),
    unit: params.get('unit'),
    sort: isSort(sort) ? sort : 'name',
    grouped: params.has('grouped'),
  };
}

function write({ query, team, unit, sort, grouped }: Arrangement): string {
  const params = new URLSearchParams({
    ...(query && { q: query }),
    ...(team !== null && { team }),
    ...(unit !== null && { unit }),
    ...(sort !== 'name' && { sort }),
    ...(grouped && { grouped: '' }),
  });
  return params.size === 0 ? '' : `?${params}`;
}

/**
 * How the matrix is arranged; also in the address, so that a link and a reload show the same. The address follows: it changes too
 * late to hold what is being typed, above all by an input method.
 */
export function useArrangement(): [Arrangement, (change: Partial<Arrangement>) => void] {
  const params = useSearchParams();
  const [arrangement, setArrangement] = useState(() => read(params));
  useEffect(() => {
    const search = write(arrangement);
    if (search !== location.search) history.replaceState(history.state, '', location.pathname + search);
  }, [arrangement]);
  const change = useCallback((part: Partial<Arrangement>) => setArrangement((old) => ({ ...old, ...part })), []);
  return [arrangement, change];
}
