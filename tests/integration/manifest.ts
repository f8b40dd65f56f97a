import type { ExerciseSummary } from '@/contracts/exercise';
import { AppError } from '@/server/errors';

export const DENSE = '02-mlp/dense-forward';
/** Takes a lane of its own. */
export const LONG = '02-mlp/long-training';
/** A layer, as {@link DENSE} is. */
export const RELU = '02-mlp/relu-backward';
/** Imports what its learner has passed. */
export const NET = '06-cnn-architectures/a-net';

function exercise(id: string, part: Partial<ExerciseSummary> = {}): ExerciseSummary {
  const text = { ko: id, en: id };
  const common = { difficulty: 1, minutes: 10, prerequisites: [], concepts: [], entries: ['dense'], hints: 2 };
  return {
    ...common,
    id,
    version: 'v1',
    title: text,
    summary: text,
    maxScore: 10,
    checks: [],
    starter: '',
    fixture: '',
    ...part,
  };
}

/** What the build would have written: a few exercises. For `vi.mock('@/server/exercise-manifest', …)`. */
export function manifestOfTests() {
  const exercises = [
    exercise(DENSE),
    exercise(LONG, { isLong: true }),
    exercise(RELU),
    exercise(NET, { usesLayers: true }),
  ];
  const find = (id: string) => exercises.find((candidate) => candidate.id === id);
  return {
    readManifest: async () => ({ exercises, runners: { webgpu: '', webgl: '', cpu: '' } }),
    getExercise: async (id: string) => {
      const found = find(id);
      if (found === undefined) throw new AppError('not-found');
      return found;
    },
  };
}
