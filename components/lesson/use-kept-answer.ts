'use client';

import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { withAccount } from '@/components/session/first-save';
import { useMe } from '@/components/session/use-me';
import type { QuickCheckInput } from '@/contracts/learning';
import { SittingContext } from './sitting';

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
 * not known or there is none, and where checks are asked anew); `keep` stores a judged answer, and tries again when the
 * network is back.
 */
export function useKeptAnswer(id: string) {
  const { me, refresh } = useMe();
  const sitting = useContext(SittingContext);
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
      sitting?.onKept();
    }
    setKeeping(ok ? 'kept' : 'failed');
  }, [refresh, sitting]);

  useEffect(() => {
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [send]);

  const keep = useCallback(
    (answer: unknown, correct: boolean) => {
      unsent.current = { id, answer, correct };
      sitting?.onVerdict(correct);
      void send();
    },
    [id, send, sitting],
  );

  return { kept: sitting ? undefined : me?.quickChecks[id], keep, keeping };
}
