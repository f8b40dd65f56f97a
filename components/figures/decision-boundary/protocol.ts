import * as z from 'zod/mini';
import { ACTIVATIONS, DATASETS } from './config';

const ConfigSchema = z.object({
  dataset: z.enum(DATASETS),
  depth: z.int(),
  width: z.int(),
  activation: z.enum(ACTIVATIONS),
  rate: z.number(),
  seed: z.int(),
  own: z.string(),
});

/** To the worker. Every request is answered once; `run` tells answers to an earlier net from those to the present one. */
export const RequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('new'), run: z.int(), config: ConfigSchema, cells: z.int() }),
  z.object({ type: z.literal('advance'), run: z.int(), steps: z.int() }),
]);
export type Request = z.infer<typeof RequestSchema>;

const BackendSchema = z.object({ name: z.enum(['webgpu', 'cpu']), adapter: z.string() });
/** What computes: for `webgpu` the adapter's own description, where the browser tells it. */
export type Backend = z.infer<typeof BackendSchema>;

/** From the worker. The loss of a training that has diverged is refused. */
export const FrameSchema = z.object({
  run: z.int(),
  backend: BackendSchema,
  step: z.int(),
  loss: z.number(),
  accuracy: z.number(),
  grid: z.instanceof(Float32Array<ArrayBufferLike>),
  units: z.instanceof(Float32Array<ArrayBufferLike>),
});
export type Frame = z.infer<typeof FrameSchema>;
