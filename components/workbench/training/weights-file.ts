import * as z from 'zod';
import { EncodedTensorSchema } from '@/grading/tensor-data';

/**
 * Weights as a file (docs/decisions/0124): JSON, tensors by name, each with its shape and its numbers as base64 of 32-bit
 * floats, least significant byte first.
 */
const WeightsFileSchema = z.strictObject({
  format: z.literal('peergrad-weights'),
  version: z.literal(1),
  exercise: z.string(),
  /** Steps that it was trained for. */
  step: z.number().int().nonnegative(),
  parameters: z.record(z.string(), EncodedTensorSchema),
  statistics: z.record(z.string(), EncodedTensorSchema),
});
export type WeightsFile = z.infer<typeof WeightsFileSchema>;

/** Why a file cannot be taken: no JSON, no weights, or those of another exercise. */
export type BadFile =
  | { bad: 'not-json' }
  | { bad: 'not-weights'; where: string }
  | { bad: 'other-exercise'; exercise: string };

/** Bytes that a file may have: more than any net of the course. */
export const MAX_FILE_BYTES = 4_000_000;

export const writeWeights = (weights: Omit<WeightsFile, 'format' | 'version'>): string =>
  JSON.stringify({ format: 'peergrad-weights', version: 1, ...weights } satisfies WeightsFile);

const bytesOf = (base64: string): number => {
  try {
    return atob(base64).length;
  } catch {
    return -1;
  }
};

/** Whether the numbers of every tensor fill its shape; else the first that they do not. */
function misfit({ parameters, statistics }: WeightsFile): string | undefined {
  const all = Object.entries({ ...parameters, ...statistics });
  return all.find(([, one]) => bytesOf(one.base64) !== 4 * one.shape.reduce((size, extent) => size * extent, 1))?.[0];
}

/** @param exercise id of the one that the weights must be of */
export function readWeights(text: string, exercise: string): WeightsFile | BadFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { bad: 'not-json' };
  }
  const parsed = WeightsFileSchema.safeParse(json);
  if (!parsed.success) return { bad: 'not-weights', where: parsed.error.issues[0]?.path.join('.') || 'format' };
  if (parsed.data.exercise !== exercise) return { bad: 'other-exercise', exercise: parsed.data.exercise };
  const name = misfit(parsed.data);
  return name === undefined ? parsed.data : { bad: 'not-weights', where: name };
}
