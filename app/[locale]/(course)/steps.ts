import type { Step } from '@/components/course/step';
import type { Locale } from '@/i18n/routing';
import type { PathUnit } from './course-path';

/** The course as one sequence: of each unit first the lessons, then the exercises. */
export function stepsOf(path: readonly PathUnit[], locale: Locale): Step[] {
  return path.flatMap(({ lessons, exercises }) => [
    ...lessons.map(
      ({ id, metadata }): Step => ({ kind: 'lesson', id, title: metadata.title, href: `/${locale}/lessons/${id}` }),
    ),
    ...exercises.map(
      ({ id, title }): Step => ({ kind: 'exercise', id, title: title[locale], href: `/${locale}/exercises/${id}` }),
    ),
  ]);
}
