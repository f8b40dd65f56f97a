'use client';

import { ApiTokens } from './api-tokens';

/** Programs that read this cohort. */
export function Connections({ cohort }: { cohort: string }) {
  return <ApiTokens cohort={cohort} />;
}
