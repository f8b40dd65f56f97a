import * as z from 'zod/mini';
import { REGULARIZERS } from './config';

const ConfigSchema = z.object({ on: z.array(z.enum(REGULARIZERS)), seed: z.int() });

/** To the worker. Every request is answered once; `run` tells answers to an earlier net from those to the present one. */
export const RequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('new'), run: z.int(), config: ConfigSchema, cells: z.int() }),
  z.object({ type: z.literal('advance'), run: z.int(), steps: z.int() }),
]);
export type Request = z.infer<typeof RequestSchema>;

const MeasurementSchema = z.object({
  step: z.int(),
  train: z.number(),
  validation: z.number(),
  accuracy: z.number(),
});

/** From the worker: the run so far, and the logits of the present net over the drawn grid. */
export const FrameSchema = z.object({
  run: z.int(),
  step: z.int(),
  curve: z.array(MeasurementSchema),
  now: MeasurementSchema,
  stopped: z.boolean(),
  grid: z.instanceof(Float32Array<ArrayBufferLike>),
});
export type Frame = z.infer<typeof FrameSchema>;
