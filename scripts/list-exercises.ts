/**
 * Lists all exercises: id, unit, titles, difficulty, checks by kind and visibility.
 *
 * Usage: npm run --silent exercises [-- --json]
 */
import { loadExercise } from '@/exercises/catalog';
import { listExerciseIds } from '@/exercises/folder';
import type { GradableExercise } from '@/grading/gradable';

function describe({ exercise, version, checks }: GradableExercise) {
  const count = (of: (check: (typeof checks)[number]) => string) =>
    Object.fromEntries(
      [...new Set(checks.map(of))].sort().map((name) => [name, checks.filter((check) => of(check) === name).length]),
    );
  return {
    id: exercise.id,
    unit: exercise.id.split('/')[0],
    title: exercise.title,
    difficulty: exercise.difficulty,
    minutes: exercise.minutes,
    prerequisites: exercise.prerequisites,
    version,
    maxScore: checks.reduce((sum, { points }) => sum + points, 0),
    checks: {
      total: checks.length,
      byKind: count(({ kind }) => kind),
      byVisibility: count(({ visibility }) => visibility),
    },
  };
}

async function main(args: string[]): Promise<void> {
  const exercises = (await Promise.all((await listExerciseIds()).map(loadExercise))).map(describe);
  if (args.includes('--json')) {
    console.log(JSON.stringify(exercises, null, 2));
    return;
  }
  for (const { id, title, difficulty, checks } of exercises) {
    const { public: open = 0, hidden = 0 } = checks.byVisibility;
    console.log(
      `${id}  ${'★'.repeat(difficulty)}  ${title.ko} / ${title.en}  ${checks.total} checks (${open} public, ${hidden} hidden)`,
    );
  }
}

await main(process.argv.slice(2));
