import * as z from 'zod';
import { PlannedCheckSchema } from './checks/check';
import { ExerciseIdSchema } from './exercise-id';
import { LocalizedSchema } from './localized';
import { drawAgain } from './random';
import { EncodedTensorSchema, encodeTensor } from './tensor-data';

/** Some elements of a large tensor: `values` holds those at the flat indices `at`. */
const SampleSchema = z.object({
  shape: z.array(z.number().int()),
  at: z.array(z.number().int()),
  values: EncodedTensorSchema,
});
export type Sample = z.infer<typeof SampleSchema>;

/**
 * What a known wrong answer gives for each `equal` expectation it was run on, by `CHECK-ID#INDEX`: a tensor, or in the page's
 * fixture a sample of a large one, null where it gave none. What is missing equals the expected tensor.
 */
export const MistakeOutputsSchema = z.object({
  name: z.string(),
  diagnosis: LocalizedSchema,
  outputs: z.record(z.string(), z.union([EncodedTensorSchema, SampleSchema]).nullable()),
});
export type MistakeOutputs = z.infer<typeof MistakeOutputsSchema>;

/** Everything the page needs to grade the public checks of one exercise by itself; no reference, no hidden check, no seed. */
const FixtureSchema = z.object({
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

/** A float32 tensor of a fixture's text that is drawn again instead of being sent (docs/decisions/1210). */
export const DrawnTensorSchema = z.strictObject({
  shape: z.array(z.number().int().nonnegative()),
  drawn: z.union([
    z.tuple([z.literal('normal'), z.number().int(), z.number()]),
    z.tuple([z.literal('uniform'), z.number().int(), z.number(), z.number()]),
  ]),
});
export type DrawnTensor = z.infer<typeof DrawnTensorSchema>;

function drawnAgain(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('drawn' in value)) return value;
  const { success, data } = DrawnTensorSchema.safeParse(value);
  return success ? encodeTensor(drawAgain(data.shape, data.drawn)) : value;
}

/** The fixture that a text of `makeFixture` holds. @throws {SyntaxError | z.ZodError} when it holds none. */
export const readFixture = (text: string): Fixture => FixtureSchema.parse(JSON.parse(text, drawnAgain));
