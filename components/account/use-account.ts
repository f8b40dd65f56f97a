'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/session/api';
import type { AccountOverview } from '@/contracts/account';

export type AccountState = { account: AccountOverview | null; error: unknown };

/** The viewer's account and what this site offers; `refresh` after a change. */
export function useAccount(): AccountState & { refresh(): void } {
  const [state, setState] = useState<AccountState>({ account: null, error: null });
  const load = useCallback(async (signal?: AbortSignal) => {
    try {
      const account = await api('/api/account', {
        schema: async () => (await import('@/contracts/account')).AccountSchema,
        ...(signal === undefined ? {} : { signal }),
      });
      setState({ account, error: null });
    } catch (error) {
      if (!signal?.aborted) setState((before) => ({ ...before, error }));
    }
  }, []);
  useEffect(() => {
    const controller = new AbortController();
    void load(controller.signal);
    return () => controller.abort();
  }, [load]);
  const refresh = useCallback(() => void load(), [load]);
  return { ...state, refresh };
}
