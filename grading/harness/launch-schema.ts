import * as z from 'zod';
import { MAX_LAUNCHES } from './kernel-launches';

const TensorInfoSchema = z.object({
  shape: z.array(z.number().int().nonnegative()).max(6),
  dtype: z.enum(['float32', 'int32', 'bool']),
});
export type TensorInfo = z.infer<typeof TensorInfoSchema>;

/** A kernel as it was launched, without values: what decides which shader it is compiled to. */
const KernelLaunchSchema = z.object({
  kernel: z.string().max(100),
  /** By name; in order where the kernel takes a list. */
  inputs: z.union([z.array(TensorInfoSchema).max(100), z.record(z.string().max(50), TensorInfoSchema)]),
  attrs: z.json(),
});
export type KernelLaunch = z.infer<typeof KernelLaunchSchema>;

/** What a run of learner code says that it launched. */
export const KernelLaunchesSchema = z.array(KernelLaunchSchema).max(MAX_LAUNCHES);
