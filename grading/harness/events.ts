import * as z from 'zod';
import { ConsoleLineSchema, ProblemSchema } from '../report';
import { ObservationSchema } from '../task';

/** The library as the harness sees it. */
export type Tf = typeof import('@tensorflow/tfjs-core');

/** What the harness says while it runs a job, in the order it happens. Untrusted on the host's side. */
export const HarnessEventSchema = z.discriminatedUnion('type', [
  /** The module is loaded and this task is about to be called. */
  z.object({ type: z.literal('started'), task: z.string() }),
  /** Kernels are being launched: the code is slow, not stuck. */
  z.object({ type: z.literal('beat') }),
  /** The next number of a curve that a driver draws while it trains; null for one that is not finite. */
  z.object({ type: z.literal('point'), at: z.number().int().nonnegative(), value: z.number().nullable() }),
  z.object({ type: z.literal('observation'), observation: ObservationSchema }),
  z.object({ type: z.literal('console'), line: ConsoleLineSchema }),
  /** Console output went over its bounds; the rest is dropped. */
  z.object({ type: z.literal('truncated') }),
  z.object({ type: z.literal('problem'), problem: ProblemSchema }),
  z.object({ type: z.literal('done') }),
]);
export type HarnessEvent = z.infer<typeof HarnessEventSchema>;
