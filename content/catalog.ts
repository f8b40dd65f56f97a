import type { Locale } from '@/grading/localized';
import type { LessonModule, LessonRef } from './unit';

/** A lesson's text in one language. */
export function loadLesson(lesson: LessonRef, locale: Locale): Promise<LessonModule> {
  return import(`./${lesson.unit.id}/${lesson.folder}/${locale}.mdx`);
}
