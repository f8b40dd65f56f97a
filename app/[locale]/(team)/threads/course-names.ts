import type { CourseNames } from '@/components/discussion/exercise-names';
import { lessonsOf, listUnits } from '@/content/units';
import type { Locale } from '@/grading/localized';
import { findLessonText } from '@/server/discussion/lesson-sections';
import { readManifest } from '@/server/exercise-manifest';

/** Units, lessons and exercises as thread pages name and run them, in the reader's language. */
export async function courseNames(locale: Locale): Promise<CourseNames> {
  const [units, { exercises, runners }] = await Promise.all([listUnits(), readManifest()]);
  const known = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return {
    runners,
    units: await Promise.all(
      units.map(async (unit) => ({
        id: unit.id,
        title: unit.title[locale],
        lessons: await Promise.all(
          lessonsOf(unit).map(async ({ id }) => ({ id, title: (await findLessonText(id))?.title[locale] ?? id })),
        ),
        exercises: unit.exercises.flatMap((id) => {
          const found = known.get(id);
          return found ? [{ id, title: found.title[locale], fixture: found.fixture }] : [];
        }),
      })),
    ),
  };
}
