import * as z from 'zod';

/** Every expected failure of the server, by name. The page has a text for each under `errors.CODE` of `messages/`. */
export const ErrorCodeSchema = z.enum([
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'source-too-large',
  'solution-locked',
  'read-only',
  'cross-site',
  'unavailable',
]);
export type ErrorCode = z.infer<typeof ErrorCodeSchema>;

/** Body of every answer that is not 2xx. `retryAfter` in seconds, with `rate-limited`. */
export const ErrorBodySchema = z.object({
  error: z.object({ code: ErrorCodeSchema, retryAfter: z.number().optional() }),
});
