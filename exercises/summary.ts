import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { GradableExercise } from '@/grading/gradable';
import { NETS } from '@/grading/training/presets';
import { folderOf } from './folder';
import { countHints } from './hints';

/** Exercises that may run longer than this are graded in a lane of their own, milliseconds. */
const LONG_MS = 30_000;

/** What everybody may know of an exercise. `fixture` is the URL of its page fixture, `training` that of the references' curves. */
export async function summarize(
  { exercise, version, checks }: GradableExercise,
  fixture: string,
  training?: string,
): Promise<ExerciseSummary> {
  const folder = folderOf(exercise.id);
  const [starter, hints] = await Promise.all([
    readFile(join(folder, 'starter.ts'), 'utf8'),
    readFile(join(folder, 'hints.en.mdx'), 'utf8'),
  ]);
  const { id, title, summary, difficulty, minutes, prerequisites, concepts, entries } = exercise;
  return {
    ...{ id, version, title, summary, difficulty, minutes, prerequisites, concepts, entries, starter, fixture },
    ...(exercise.limits.totalMs > LONG_MS && { isLong: true }),
    ...(exercise.usesLayers && { usesLayers: true }),
    ...(id in NETS && { trains: true }),
    ...(training && { training }),
    maxScore: checks.reduce((sum, { points }) => sum + points, 0),
    hints: countHints(hints),
    checks: checks.map((check) => ({
      id: check.id,
      kind: check.kind,
      visibility: check.visibility,
      title: check.title,
      points: check.points,
    })),
  };
}
