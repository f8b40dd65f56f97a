import 'server-only';
import type * as z from 'zod';
import type { AccountProblem, ProblemBodySchema } from '@/contracts/account';
import type { ErasedPosts } from '@/contracts/privacy';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { ledAlone } from '../people/hold';
import { erasePerson } from '../privacy/erase';
import { enforceLimit } from '../rate-limit';
import { inTransaction } from '../transaction';
import { type KnownViewer, requireViewer } from '../viewer';
import type { Outcome } from './outcome';
import { hasPassword, isPasswordOf } from './passwords';
import { isFresh } from './sessions';
import { signOut } from './sign-in';

/**
 * Whether it is the viewer themself who asks to be deleted: by their password; for an account without one, by a session
 * opened within the hour. A guest needs neither: nothing but their cookie says who they are.
 */
export async function refusalOf(
  viewer: KnownViewer,
  headers: Headers,
  password: string | undefined,
): Promise<AccountProblem | null> {
  await enforceLimit('password', { account: viewer.id, headers });
  if (await hasPassword(viewer.id)) return (await isPasswordOf(viewer.id, password ?? '')) ? null : 'wrong-password';
  return viewer.kind === 'guest' || (await isFresh(viewer)) ? null : 'session-too-old';
}

/** A cohort that has instructors keeps one: what its last must mend before they can go. */
export async function tiesOf(userId: string): Promise<z.infer<typeof ProblemBodySchema> | null> {
  const cohorts = await ledAlone(db, userId);
  return cohorts.length === 0 ? null : { problem: 'last-instructor', cohorts };
}

/** Deletes the viewer and all that is theirs, at once. */
export async function deleteAccount(
  headers: Headers,
  { password, posts }: { password?: string | undefined; posts: ErasedPosts },
): Promise<Outcome<Record<string, never>>> {
  const viewer = await requireViewer(headers);
  const problem = await refusalOf(viewer, headers, password);
  if (problem !== null) return { problem };
  const ties = await tiesOf(viewer.id);
  if (ties !== null) return ties;
  await inTransaction(async (tx) => {
    await erasePerson(tx, viewer.id, posts);
    await audit(tx, { userId: viewer.id }, { cohortId: null, action: 'person.erase', subject: viewer.id });
  });
  return signOut(headers);
}
