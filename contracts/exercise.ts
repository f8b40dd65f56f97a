import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocalizedSchema } from '@/grading/localized';
import { CheckKindSchema, VisibilitySchema } from '@/grading/report';

/** What everybody may know of an exercise: one entry of `.generated/exercises.json`, written by `npm run build:exercises`. */
export const ExerciseSummarySchema = z.object({
  id: ExerciseIdSchema,
  /** Content hash of everything that decides a grade. */
  version: z.string(),
  title: LocalizedSchema,
  summary: LocalizedSchema,
  difficulty: z.number().int().min(1).max(3),
  minutes: z.number().int(),
  prerequisites: z.array(ExerciseIdSchema),
  concepts: z.array(z.string()),
  /** Names the learner's module must export. */
  entries: z.array(z.string()),
  maxScore: z.number(),
  hints: z.number().int(),
  checks: z.array(
    z.object({
      id: z.string(),
      kind: CheckKindSchema,
      visibility: VisibilitySchema,
      title: LocalizedSchema,
      points: z.number(),
    }),
  ),
  /** Its grading may take long: it has a lane of its own, so that it cannot hold all slots of a grader. */
  isLong: z.boolean().optional(),
  /** It imports from `my-layers`. */
  usesLayers: z.boolean().optional(),
  /** It is a net that the page can train. */
  trains: z.boolean().optional(),
  /** URL of the curves that the references gave: `ReferenceCurves`. */
  training: z.string().optional(),
  starter: z.string(),
  /** URL of the page fixture: inputs, expected tensors and mistakes' outputs of the public checks. */
  fixture: z.string(),
});
export type ExerciseSummary = z.infer<typeof ExerciseSummarySchema>;

export const ExerciseManifestSchema = z.object({
  exercises: z.array(ExerciseSummarySchema),
  /** Runner bundles by backend, as URLs under `/runner/`. */
  runners: z.object({ webgpu: z.string(), webgl: z.string(), cpu: z.string() }),
});
export type ExerciseManifest = z.infer<typeof ExerciseManifestSchema>;
