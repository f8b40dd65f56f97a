/** Exercises of the course in the reader's language, by unit. */
export type ExerciseNames = readonly { id: string; unit: string; title: string }[];
