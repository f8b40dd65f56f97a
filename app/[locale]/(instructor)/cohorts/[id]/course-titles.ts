import type { CourseTitles } from '@/components/instructor/learner/course-titles';
import { listLessons } from '@/content/units';
import type { Locale } from '@/i18n/routing';
import { findLessonText } from '@/server/discussion/lesson-sections';
import { readManifest } from '@/server/exercise-manifest';

/** Titles of the course's exercises and lessons in one language. */
export async function loadCourseTitles(locale: Locale): Promise<CourseTitles> {
  const [{ exercises }, lessons] = await Promise.all([readManifest(), listLessons()]);
  const titled = lessons.map(async ({ id }) => [id, (await findLessonText(id))?.title[locale] ?? id] as const);
  return {
    exercises: Object.fromEntries(exercises.map(({ id, title }) => [id, title[locale]])),
    lessons: Object.fromEntries(await Promise.all(titled)),
  };
}
