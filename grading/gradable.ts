import type { Check } from './checks/check';
import type { Exercise } from './exercise';
import type { Library } from './library';
import type { Localized } from './localized';

/** A wrong answer that its authors know: what must fail when it is graded, and what must be said. */
export interface Mistake {
  /** File name in `mistakes/`, without extension. */
  name: string;
  /** Id of a check that must fail with this diagnosis. */
  fails: string;
  diagnosis: Localized;
}

/** An exercise with everything that only the trusted side may hold. */
export interface GradableExercise {
  exercise: Exercise;
  /** Content hash of everything that decides a grade. */
  version: string;
  checks: readonly Check[];
  /** TypeScript of `reference.ts`. */
  reference: string;
  /** TypeScript of `oracle.ts`, where there is one: forward functions whose automatic gradients judge a hand-written backward. */
  oracle?: string;
  /** TypeScript of the drivers that its checks may name: the folder's own and the kits'. */
  drivers: Readonly<Record<string, string>>;
  /** What `my-layers` is for the exercise's own modules: the references of those exercises. */
  library?: Library;
  mistakes: readonly (Mistake & { source: string })[];
}
