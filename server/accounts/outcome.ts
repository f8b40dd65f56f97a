import 'server-only';
import type * as z from 'zod';
import type { ProblemBodySchema } from '@/contracts/account';
import { json } from '../http';

/** What an account form leads to: a body with the cookies to set, or the problem that its author can mend. */
export type Outcome<Body> = { body: Body; cookies?: readonly string[] } | z.infer<typeof ProblemBodySchema>;

export function respond(outcome: Outcome<unknown>): Response {
  if ('problem' in outcome) return json(outcome, { status: 422 });
  const response = json(outcome.body);
  for (const cookie of outcome.cookies ?? []) response.headers.append('set-cookie', cookie);
  return response;
}
