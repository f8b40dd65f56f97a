import type { ExerciseNames } from '@/components/team/titles';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

/** What progress is counted by, in one language. */
export async function exerciseNames(locale: Locale): Promise<ExerciseNames> {
  const { exercises } = await readManifest();
  return exercises.map(({ id, title }) => ({ id, unit: id.split('/')[0] ?? '', title: title[locale] }));
}
