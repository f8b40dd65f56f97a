import * as z from 'zod';
import { type KernelLaunch, KernelLaunchesSchema } from '../harness/launch-schema';
import type { RoomJob, RoomRequest } from '../training/room';

/** What the page's worker says before and beside a run. Untrusted once learner code is loaded. */
export const WorkerStateSchema = z.discriminatedUnion('type', [
  /** The backend works: its known answers are right. `adapter` as the browser names it. */
  z.object({ type: z.literal('ready'), adapter: z.string().max(300).optional() }),
  /** `wrong-answer` carries the operation's name, `error` the message. */
  z.object({
    type: z.literal('unusable'),
    reason: z.enum(['unavailable', 'wrong-answer', 'error']),
    detail: z.string().max(500),
  }),
  /** The device is gone; or it could not do what it was asked, which `detail` tells: what it gives from then on may be anything. */
  z.object({ type: z.literal('lost'), detail: z.string().max(500).optional() }),
  /** At the end of a run: what was launched in it. */
  z.object({ type: z.literal('launched'), launches: KernelLaunchesSchema }),
]);
export type WorkerState = z.infer<typeof WorkerStateSchema>;

/** Tells a worker that has no job yet what its job will launch, as far as is known: it compiles that. */
export interface WarmRequest {
  warm: KernelLaunch[];
}

/** In a job's place: a training that goes on until the page ends the worker. */
export interface TrainRequest {
  train: RoomJob;
}

/** To a worker that trains. */
export interface AskRequest {
  ask: RoomRequest;
}
