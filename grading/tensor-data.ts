import { z } from 'zod';

export { decodeTensor, encodeTensor, sizeOf, type TensorData } from './tensor-codec';

/** Data types that cross from learner code to the judge. */
export const DTypeSchema = z.enum(['float32', 'int32', 'bool']);
export type DType = z.infer<typeof DTypeSchema>;

/** `TensorData` as JSON: little-endian 32-bit elements in base64, so NaN and infinities survive. */
export const EncodedTensorSchema = z.object({
  dtype: DTypeSchema,
  shape: z.array(z.number().int().nonnegative()).max(8),
  base64: z.string(),
});
export type EncodedTensor = z.infer<typeof EncodedTensorSchema>;
