import type { Report } from '@/grading/report';

/** A claim about an exercise folder and how it is checked: rejects with what is wrong. */
export interface Proof {
  name: string;
  check(): Promise<void>;
}

/** @throws {Error} that says what is wrong, when something does not hold. */
export function prove(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** What a report says of what did not pass. */
export function failures({ checks, problem }: Report): string {
  const failed = checks.filter(({ outcome }) => outcome !== 'passed').map(({ id, message }) => `${id}: ${message.en}`);
  return [...(problem ? [problem.message.en] : []), ...failed].join('; ');
}
