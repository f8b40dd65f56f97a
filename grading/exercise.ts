import * as z from 'zod';
import { ExerciseIdSchema } from './exercise-id';
import { LocalizedSchema } from './localized';

/**
 * What `exercise.ts` of an exercise folder exports as `exercise`: everything about it that is not a check.
 *
 * @example
 * export const exercise = defineExercise({ id: '02-mlp/dense-forward', title: { ko: '…', en: '…' }, … });
 */
export const ExerciseSchema = z.strictObject({
  id: ExerciseIdSchema,
  title: LocalizedSchema,
  /** One sentence for lists and cards. */
  summary: LocalizedSchema,
  /** Stars, 1 to 3. */
  difficulty: z.number().int().min(1).max(3),
  /** Typical time of a learner, minutes. */
  minutes: z.number().int().positive(),
  prerequisites: z.array(ExerciseIdSchema),
  /** Glossary terms in kebab-case: `broadcasting`, `chain-rule`. */
  concepts: z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1),
  /** Functions that the learner's module must export. */
  entries: z.array(z.string().regex(/^[A-Za-z_$][\w$]*$/)).min(1),
  /** Added to what is always forbidden (`ALWAYS_FORBIDDEN`): `tf.softmax`, `.dataSync`, `Math.random`. */
  forbidden: z.array(z.string()).default([]),
  /** Taken away from what is always forbidden. */
  allowed: z.array(z.string()).default([]),
  /** Whether its module may `import … from 'my-layers'`, the learner's own passed solutions. */
  usesLayers: z.boolean().default(false),
  limits: z
    .strictObject({
      /** Killed this long after the last kernel, milliseconds. */
      heartbeatMs: z.number().int().positive().default(5_000),
      /** One run of all tasks, milliseconds. */
      totalMs: z.number().int().positive().default(20_000),
    })
    .default({ heartbeatMs: 5_000, totalMs: 20_000 }),
});
export type Exercise = z.infer<typeof ExerciseSchema>;

/** Checks an exercise's definition where it is written. @throws {z.ZodError} naming the field that is wrong. */
export function defineExercise(exercise: z.input<typeof ExerciseSchema>): Exercise {
  return ExerciseSchema.parse(exercise);
}
