import { loadLesson } from '@/content/catalog';
import type { LessonMetadata, LessonRef, Unit } from '@/content/unit';
import { lessonsOf, listUnits } from '@/content/units';
import type { ExerciseSummary } from '@/contracts/exercise';
import type { Locale } from '@/i18n/routing';
import { readManifest } from '@/server/exercise-manifest';

export interface PathUnit {
  unit: Unit;
  lessons: (LessonRef & { metadata: LessonMetadata })[];
  exercises: ExerciseSummary[];
}

/** The whole course in one language, as far as it exists. */
export async function loadPath(locale: Locale): Promise<PathUnit[]> {
  const [units, { exercises }] = await Promise.all([listUnits(), readManifest()]);
  return Promise.all(units.map((unit) => loadPathUnit(unit, exercises, locale)));
}

/** One unit of {@link loadPath}, which the page of each of its lessons shows at its end. */
export async function loadPathUnit(unit: Unit, all: readonly ExerciseSummary[], locale: Locale): Promise<PathUnit> {
  const lessons = await Promise.all(
    lessonsOf(unit).map(async (lesson) => ({ ...lesson, metadata: (await loadLesson(lesson, locale)).metadata })),
  );
  const exercises = unit.exercises.flatMap((id) => all.filter((exercise) => exercise.id === id));
  return { unit, lessons, exercises };
}
