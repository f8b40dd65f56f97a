import type { Titles } from '@/components/log/titles';
import type { Locale } from '@/i18n/routing';
import { loadPath } from '../../(course)/course-path';

/** Titles of all lessons and exercises in one language. */
export async function loadTitles(locale: Locale): Promise<Titles> {
  const path = await loadPath(locale);
  return {
    lessons: Object.fromEntries(
      path.flatMap(({ lessons }) => lessons.map(({ id, metadata }) => [id, metadata.title] as const)),
    ),
    exercises: Object.fromEntries(
      path.flatMap(({ exercises }) => exercises.map(({ id, title }) => [id, title[locale]] as const)),
    ),
  };
}
