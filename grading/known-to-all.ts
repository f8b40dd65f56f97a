import type { PlannedCheck } from './checks/check';
import type { MistakeOutputs } from './fixture';
import type { GradableExercise } from './gradable';
import { planChecks, resolvePlans, runMistakes } from './resolve';
import type { Runner } from './task';

/** What is the same for every submission to an exercise: its public checks, and what the known mistakes give on them. */
export interface KnownToAll {
  checks: Promise<PlannedCheck[]>;
  mistakes(): Promise<MistakeOutputs[]>;
}

const known = new WeakMap<GradableExercise, KnownToAll>();
/** Public checks are planned from a seed of their own; this one is never used. */
const NO_SEED = 0;

function work(gradable: GradableExercise, trusted: Runner): KnownToAll {
  const publicPart = { ...gradable, checks: gradable.checks.filter(({ visibility }) => visibility === 'public') };
  const checks = resolvePlans(gradable, planChecks(publicPart, NO_SEED), trusted);
  // Whoever asks is told.
  checks.catch(() => known.delete(gradable));
  let mistakes: Promise<MistakeOutputs[]> | undefined;
  return {
    checks,
    mistakes: () => {
      mistakes ??= checks.then((planned) => runMistakes(gradable, planned, trusted));
      return mistakes;
    },
  };
}

/** The public part of an exercise, worked out once for as long as the exercise is loaded. */
export function knownToAll(gradable: GradableExercise, trusted: Runner): KnownToAll {
  const found = known.get(gradable) ?? work(gradable, trusted);
  known.set(gradable, found);
  return found;
}
