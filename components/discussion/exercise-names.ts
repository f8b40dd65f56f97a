/** An exercise to choose or to name, in the reader's language, and what its checks are run with. */
export interface ExerciseChoice {
  id: string;
  title: string;
  /** URL of its page fixture. */
  fixture: string;
}

export interface LessonChoice {
  id: string;
  title: string;
}

/** The course as thread pages name it. */
export interface CourseNames {
  units: readonly {
    id: string;
    title: string;
    lessons: readonly LessonChoice[];
    exercises: readonly ExerciseChoice[];
  }[];
  runners: Record<'webgpu' | 'webgl' | 'cpu', string>;
}

export function exercisesOf({ units }: CourseNames): ExerciseChoice[] {
  return units.flatMap(({ exercises }) => exercises);
}
