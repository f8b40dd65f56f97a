import * as z from 'zod';
import { ProblemSchema, ThrownSchema } from '../report';
import { EncodedTensorSchema } from '../tensor-data';

/** What the worker of the training room says. Untrusted: it holds a learner's code. */
export const RoomEventSchema = z.discriminatedUnion('type', [
  /** The net is there: so many numbers to learn. */
  z.object({ type: z.literal('started'), parameters: z.number().int() }),
  /** After step `at`, from 1; null where the number is not finite. */
  z.object({
    type: z.literal('step'),
    at: z.number().int(),
    loss: z.number().nullable(),
    accuracy: z.number().nullable(),
  }),
  /** What the net, after step `at`, says to images that it has not learned from. */
  z.object({
    type: z.literal('judged'),
    at: z.number().int(),
    labels: z.array(z.number().int().min(0).max(9)).max(1000),
    /** Of each image, ten numbers. */
    probabilities: z.array(z.array(z.number().nullable()).length(10)).max(1000),
  }),
  z.object({
    type: z.literal('weights'),
    at: z.number().int(),
    parameters: z.record(z.string().max(100), EncodedTensorSchema),
    statistics: z.record(z.string().max(100), EncodedTensorSchema),
  }),
  /** Weights that were to be taken over do not fit the net at this name. */
  z.object({ type: z.literal('unfit'), name: z.string().max(200) }),
  z.object({ type: z.literal('paused') }),
  /** All steps that were asked for are done. */
  z.object({ type: z.literal('finished') }),
  z.object({ type: z.literal('threw'), thrown: ThrownSchema }),
  z.object({ type: z.literal('problem'), problem: ProblemSchema }),
]);
export type RoomEvent = z.infer<typeof RoomEventSchema>;
