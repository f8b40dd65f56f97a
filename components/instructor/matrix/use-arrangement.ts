import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type Arrangement, SORTS, type Sort } from './arrange';

const isSort = (text: string | null): text is Sort => SORTS.some((sort) => sort === text);

/** How the matrix is arranged: in the address, so that a link shows the same and Back comes back to it. */
export function useArrangement(): [Arrangement, (change: Partial<Arrangement>) => void] {
  const params = useSearchParams();
  const arrangement = useMemo(() => {
    const sort = params.get('sort');
    return {
      query: params.get('q') ?? '',
      team: params.get('team'),
      unit: params.get('unit'),
      sort: isSort(sort) ? sort : ('name' as const),
      grouped: params.has('grouped'),
    };
  }, [params]);
  const change = useCallback(
    (part: Partial<Arrangement>) => {
      const { query, team, unit, sort, grouped } = { ...arrangement, ...part };
      const next = new URLSearchParams({
        ...(query && { q: query }),
        ...(team !== null && { team }),
        ...(unit !== null && { unit }),
        ...(sort !== 'name' && { sort }),
        ...(grouped && { grouped: '' }),
      });
      history.replaceState(history.state, '', next.size === 0 ? location.pathname : `?${next}`);
    },
    [arrangement],
  );
  return [arrangement, change];
}
