'use client';

import { ApiTokens } from './api-tokens';
import { Courses } from './courses';

/** Programs and learning platforms that read a cohort. */
export function Connections({ cohort, titles }: { cohort: string; titles: Record<string, string> }) {
  return (
    <>
      <ApiTokens cohort={cohort} />
      <Courses cohort={cohort} titles={titles} />
    </>
  );
}
