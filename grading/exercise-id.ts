import * as z from 'zod';

/** `UNIT-FOLDER/slug`, for example `02-mlp/dense-forward`. */
export const ExerciseIdSchema = z.string().regex(/^\d\d-[a-z0-9-]+\/[a-z0-9-]+$/);
export type ExerciseId = z.infer<typeof ExerciseIdSchema>;
