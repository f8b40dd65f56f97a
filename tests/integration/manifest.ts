import type { ExerciseSummary } from '@/contracts/exercise';
import { AppError } from '@/server/errors';

export const DENSE = '02-mlp/dense-forward';
/** Takes a lane of its own. */
export const LONG = '02-mlp/long-training';

function exercise(id: string, isLong: boolean): ExerciseSummary {
  const text = { ko: id, en: id };
  const common = { difficulty: 1, minutes: 10, prerequisites: [], concepts: [], entries: ['dense'], hints: 2 };
  return {
    ...common,
    id,
    isLong,
    version: 'v1',
    title: text,
    summary: text,
    maxScore: 10,
    checks: [],
    starter: '',
    fixture: '',
  };
}

/** What the build would have written: two exercises. For `vi.mock('@/server/exercise-manifest', …)`. */
export function manifestOfTests() {
  const exercises = [exercise(DENSE, false), exercise(LONG, true)];
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
