'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

export interface Fetched<T> {
  data: T | null;
  error: unknown;
  loading: boolean;
  reload(): void;
}

/** What `load` gives for `key`; null asks for nothing. Old data stays while newer is on its way. */
export function useFetched<T>(key: string | null, load: (key: string) => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; error: unknown }>({
    key: null,
    data: null,
    error: null,
  });
  const [again, setAgain] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` asks for the same once more
  useEffect(() => {
    if (key === null) return;
    let gone = false;
    latest.current(key).then(
      (data) => !gone && setState({ key, data, error: null }),
      (error: unknown) => !gone && setState((old) => ({ key, data: old.key === key ? old.data : null, error })),
    );
    return () => {
      gone = true;
    };
  }, [key, again]);

  const fresh = state.key === key;
  return {
    data: fresh ? state.data : null,
    error: fresh ? state.error : null,
    loading: key !== null && !fresh,
    reload: useCallback(() => setAgain((count) => count + 1), []),
  };
}
