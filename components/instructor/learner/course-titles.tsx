'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** Titles of the course in the reader's language, by id. */
export interface CourseTitles {
  exercises: Record<string, string>;
  lessons: Record<string, string>;
}

const Context = createContext<CourseTitles>({ exercises: {}, lessons: {} });

export function CourseTitlesProvider({ titles, children }: { titles: CourseTitles; children: ReactNode }) {
  return <Context value={titles}>{children}</Context>;
}

/** What is not in the course any more goes by its id. */
export function useCourseTitles() {
  const { exercises, lessons } = useContext(Context);
  return { exercise: (id: string) => exercises[id] ?? id, lesson: (id: string) => lessons[id] ?? id };
}
