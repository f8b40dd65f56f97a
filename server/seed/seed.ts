import 'server-only';
import { readFile } from 'node:fs/promises';
import { ExerciseManifestSchema } from '@/contracts/exercise';
import { seedDemoCohort } from './demo-cohort';
import { recordExerciseVersions } from './exercise-versions';

/**
 * Brings the course of this build into the database, and on an empty site a demo cohort.
 *
 * @returns whether the site was empty
 */
export async function seed(): Promise<boolean> {
  const manifest = ExerciseManifestSchema.parse(JSON.parse(await readFile('.generated/exercises.json', 'utf8')));
  await recordExerciseVersions(manifest.exercises);
  return seedDemoCohort(manifest.exercises, new Date());
}
