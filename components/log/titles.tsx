'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** Titles of the course in the reader's language, by id. */
export interface Titles {
  lessons: Record<string, string>;
  exercises: Record<string, string>;
}

const Context = createContext<Titles>({ lessons: {}, exercises: {} });

export function TitlesProvider({ titles, children }: { titles: Titles; children: ReactNode }) {
  return <Context value={titles}>{children}</Context>;
}

export const useTitles = () => useContext(Context);
