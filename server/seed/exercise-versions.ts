import 'server-only';
import type { ExerciseSummary } from '@/contracts/exercise';
import { db } from '../db';

/** Notes the versions that this build grades with; those of earlier builds stay, since old grades refer to them. */
export async function recordExerciseVersions(exercises: ExerciseSummary[]): Promise<void> {
  await db.exerciseVersion.createMany({
    data: exercises.map((summary) => ({ exerciseId: summary.id, version: summary.version, summary })),
    skipDuplicates: true,
  });
}
