import * as z from 'zod/mini';

/** To the worker. Every request is answered once; `run` tells answers to earlier nets from those to the present ones. */
export const RequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('new'), run: z.int(), depth: z.int(), seed: z.int() }),
  z.object({ type: z.literal('advance'), run: z.int(), steps: z.int() }),
]);
export type Request = z.infer<typeof RequestSchema>;

const MeasurementSchema = z.object({
  step: z.int(),
  shallow: z.number(),
  plain: z.number(),
  residual: z.number(),
});

const NetSchema = z.object({ norms: z.array(z.number()), outputs: z.array(z.number()) });

/** From the worker: the curves so far, and the present nets. Losses that are not finite are refused. */
export const FrameSchema = z.object({
  run: z.int(),
  curve: z.array(MeasurementSchema),
  now: MeasurementSchema,
  nets: z.object({ shallow: NetSchema, plain: NetSchema, residual: NetSchema }),
});
export type Frame = z.infer<typeof FrameSchema>;
