import { z } from 'zod';

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
  z.object({ type: z.literal('lost') }),
]);
export type WorkerState = z.infer<typeof WorkerStateSchema>;
