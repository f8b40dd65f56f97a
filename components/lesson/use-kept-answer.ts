'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { withAccount } from '@/components/session/first-save';
import { useMe } from '@/components/session/use-me';
import type { QuickCheckInput } from '@/contracts/learning';

export type Keeping = 'idle' | 'kept' | 'failed';

async function put(input: QuickCheckInput): Promise<boolean> {
  try {
    const response = await fetch('/api/quick-checks', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * The answer to one quick check, as kept in the reader's account. `kept` is what the account holds (undefined while it is
 * not known or there is none); `keep` stores a judged answer, and tries again when the network is back.
 */
export function useKeptAnswer(id: string) {
  const { me, refresh } = useMe();
  const [keeping, setKeeping] = useState<Keeping>('idle');
  const unsent = useRef<QuickCheckInput | null>(null);

  const send = useCallback(async () => {
    const input = unsent.current;
    if (!input) return;
    const ok = await withAccount(() => put(input));
    // A later answer may have been given meanwhile: then this outcome says nothing about it.
    if (unsent.current !== input) return;
    if (ok) {
      unsent.current = null;
      refresh();
    }
    setKeeping(ok ? 'kept' : 'failed');
  }, [refresh]);

  useEffect(() => {
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [send]);

  const keep = useCallback(
    (answer: unknown, correct: boolean) => {
      unsent.current = { id, answer, correct };
      void send();
    },
    [id, send],
  );

  return { kept: me?.quickChecks[id], keep, keeping };
}
