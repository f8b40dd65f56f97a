'use client';

import { createContext, type ReactNode, useContext } from 'react';

export interface ShellTexts {
  failure: { title: string; text: string; again: string };
}

const Context = createContext<ShellTexts | null>(null);

/** The few texts that client parts of every page need, without the messages' runtime. */
export function ShellTextsProvider({ texts, children }: { texts: ShellTexts; children: ReactNode }) {
  return <Context value={texts}>{children}</Context>;
}

export function useShellTexts(): ShellTexts {
  const texts = useContext(Context);
  if (!texts) throw new Error('useShellTexts: no ShellTextsProvider above');
  return texts;
}
