'use client';

import { createContext } from 'react';

/**
 * A place where quick checks are asked anew, whatever the account holds: the review page. It hears of each verdict, and
 * again when the account has it.
 */
export const SittingContext = createContext<{ onVerdict(correct: boolean): void; onKept(): void } | null>(null);
