import { ApiError, type ApiOptions, api } from '@/components/session/api';
import type { AccountProblem } from '@/contracts/account';

/** What an account form got: the body it asked for, or the problem its author can mend. Everything else throws. */
export type Answer<Body> = { body: Body } | { problem: AccountProblem; cohorts?: string[] | undefined };

/**
 * Calls `/api/account/…`.
 * @throws {ApiError} for what no form can mend: offline, rate limited, signed out meanwhile.
 */
export async function askAccount<Body>(path: string, options: ApiOptions<Body>): Promise<Answer<Body>> {
  try {
    return { body: await api(`/api/account${path}`, options) };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 422) throw error;
    const { ProblemBodySchema } = await import('@/contracts/account');
    const parsed = ProblemBodySchema.safeParse(error.body);
    if (!parsed.success) throw error;
    return parsed.data;
  }
}
