'use client';

import { useState } from 'react';
import { useErrorText } from './use-error-text';

/** What a form or a button sends: whether it is on its way, and what went wrong, in the reader's language. */
export interface Sending {
  isBusy: boolean;
  /** Of the last time; null: it went well, or is on its way. */
  problem: string | null;
  /**
   * Never rejects. `leaves`: what was pressed goes from the page once it is done, and cannot be pressed again before.
   * @returns whether it went well
   */
  run(work: () => Promise<void>, options?: { leaves?: boolean }): Promise<boolean>;
}

/** @param textOf the sentence for a failure that means something of its own here; undefined for all others */
export function useSending(textOf?: (error: unknown) => string | undefined): Sending {
  const errorText = useErrorText();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(work: () => Promise<void>, { leaves = false } = {}): Promise<boolean> {
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
      if (!leaves) setIsBusy(false);
      return true;
    } catch (error) {
      setProblem(textOf?.(error) ?? errorText(error));
      setIsBusy(false);
      return false;
    }
  }

  return { isBusy, problem, run };
}
