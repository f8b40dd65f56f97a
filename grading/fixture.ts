import * as z from 'zod';
import { PlannedCheckSchema } from './checks/check';
import { ExerciseIdSchema } from './exercise-id';
import { LocalizedSchema } from './localized';
import { EncodedTensorSchema } from './tensor-data';

/**
 * What a known wrong answer gives for each `equal` expectation it was run on, by `CHECK-ID#INDEX`: a tensor, null where
 * it gave none. What is missing equals the expected tensor.
 */
export const MistakeOutputsSchema = z.object({
  name: z.string(),
  diagnosis: LocalizedSchema,
  outputs: z.record(z.string(), EncodedTensorSchema.nullable()),
});
export type MistakeOutputs = z.infer<typeof MistakeOutputsSchema>;

/** Everything the page needs to grade the public checks of one exercise by itself; no reference, no hidden check, no seed. */
export const FixtureSchema = z.object({
  exercise: ExerciseIdSchema,
  version: z.string(),
  entries: z.array(z.string()),
  forbidden: z.array(z.string()),
  limits: z.object({ heartbeatMs: z.number(), totalMs: z.number() }),
  checks: z.array(PlannedCheckSchema),
  mistakes: z.array(MistakeOutputsSchema),
  /** Compiled sources of the drivers that these checks name. */
  drivers: z.record(z.string(), z.string()),
});
export type Fixture = z.infer<typeof FixtureSchema>;
