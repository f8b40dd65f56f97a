import * as z from 'zod';

export { decodeTensor, encodeTensor, sizeOf, type TensorData, type Values, valuesOf } from './tensor-codec';

/**
 * Data types that cross from learner code to the judge. `float64` is no tensor's: it is what numbers of JavaScript are
 * compared as.
 */
export const DTypeSchema = z.enum(['float32', 'int32', 'bool', 'float64']);
export type DType = z.infer<typeof DTypeSchema>;

/** `TensorData` as JSON: little-endian elements of 4 bytes (`float64`: 8) in base64, so NaN and infinities survive. */
export const EncodedTensorSchema = z.object({
  dtype: DTypeSchema,
  shape: z.array(z.number().int().nonnegative()).max(8),
  base64: z.string(),
});
export type EncodedTensor = z.infer<typeof EncodedTensorSchema>;
