import 'server-only';
import { db } from '../db';
import { enforceLimit } from '../rate-limit';
import { requireViewer } from '../viewer';
import type { Outcome } from './outcome';
import { hasPassword, isPasswordOf } from './passwords';
import { isFresh } from './sessions';
import { signOut } from './sign-in';

/**
 * Deletes the viewer and all that is theirs. Asks for the password; of an account without one, for a session opened
 * within the hour. A guest needs neither: nothing but their cookie says who they are.
 */
export async function deleteAccount(headers: Headers, password?: string): Promise<Outcome<Record<string, never>>> {
  const viewer = await requireViewer(headers);
  await enforceLimit('password', { account: viewer.id, headers });
  if (await hasPassword(viewer.id)) {
    if (!(await isPasswordOf(viewer.id, password ?? ''))) return { problem: 'wrong-password' };
  } else if (viewer.kind === 'member' && !(await isFresh(viewer))) {
    return { problem: 'session-too-old' };
  }
  const outcome = await signOut(headers);
  await db.$transaction([
    db.outboxEvent.deleteMany({ where: { stream: `user:${viewer.id}` } }),
    // What rosters of learning platforms say of them, too.
    db.$executeRaw`
      DELETE FROM lti_member m USING lti_identity i, lti_context x, lti_platform p
      WHERE i.user_id = ${viewer.id} AND m.subject = i.subject AND x.id = m.context_id
        AND p.id = x.platform_id AND p.issuer = i.issuer`,
    db.user.delete({ where: { id: viewer.id } }),
  ]);
  return outcome;
}
