import 'server-only';
import { readManifest } from '../exercise-manifest';
import { seedDemoCohort } from './demo-cohort';
import { recordExerciseVersions } from './exercise-versions';

/**
 * Brings the course of this build into the database, and on an empty site a demo cohort.
 *
 * @returns whether the site was empty
 */
export async function seed(): Promise<boolean> {
  const { exercises } = await readManifest();
  await recordExerciseVersions(exercises);
  return seedDemoCohort(exercises, new Date());
}
