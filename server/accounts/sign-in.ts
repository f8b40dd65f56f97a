import 'server-only';
import { isAPIError } from 'better-auth/api';
import type { SignInInput } from '@/contracts/account';
import { enforceLimit } from '../rate-limit';
import { getAuth } from './auth';
import { requestHeaders } from './client-address';
import type { Outcome } from './outcome';
import { withMergeOffer } from './pending-guest';

/** One answer for a wrong password and an unknown address, after the same work. */
export async function signIn(headers: Headers, input: SignInInput): Promise<Outcome<{ offersMerge: boolean }>> {
  await enforceLimit('sign-in', { account: input.email, headers });
  try {
    const { headers: answer } = await getAuth().api.signInEmail({
      body: input,
      headers: requestHeaders(headers),
      returnHeaders: true,
    });
    return await withMergeOffer(answer.getSetCookie());
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return { problem: 'wrong-credentials' };
    throw error;
  }
}

/** Ends this session. */
export async function signOut(headers: Headers): Promise<Outcome<Record<string, never>>> {
  const { headers: answer } = await getAuth().api.signOut({ headers: requestHeaders(headers), returnHeaders: true });
  return { body: {}, cookies: answer.getSetCookie() };
}
