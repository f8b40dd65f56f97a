import 'server-only';
import type { AccountProblem, LinkPurpose, UseLinkInput } from '@/contracts/account';
import { db } from '../db';
import { AppError } from '../errors';
import { takeWaitingInvitations } from '../people/take-invitation';
import { enforceLimit } from '../rate-limit';
import { confirmEmail } from './change-email';
import { findLink, type LinkState } from './links';
import { openSession } from './open-session';
import type { Outcome } from './outcome';
import { hashPassword, hasPassword, keepPassword } from './passwords';
import { withMergeOffer } from './pending-guest';
import { hashToken } from './tokens';

const PROBLEM_OF: Record<Exclude<LinkState, 'open'>, AccountProblem> = {
  unknown: 'link-unknown',
  expired: 'link-expired',
  used: 'link-used',
};

type Used = { purpose: LinkPurpose; offersMerge: boolean; hasPassword: boolean };

/**
 * Does what a one-time link is for, once. Links that sign in or set a password open a session; those that confirm an
 * address do not: whoever reads a mailbox is not thereby the person who typed its address.
 */
export async function useLink(headers: Headers, { token, password }: UseLinkInput): Promise<Outcome<Used>> {
  await enforceLimit('password', { account: null, headers });
  const { state, purpose } = await findLink(token);
  if (state !== 'open') return { problem: PROBLEM_OF[state] };
  const tokenHash = hashToken(token);
  if (purpose === 'change-email') {
    const outcome = await confirmEmail(tokenHash);
    return 'problem' in outcome ? outcome : { body: { purpose, offersMerge: false, hasPassword: true } };
  }
  if (purpose === 'reset-password' && password === undefined) throw new AppError('invalid-input');
  const userId = await takeLink(tokenHash, purpose, password);
  if (userId === null) return { problem: 'link-used' };
  const known = await hasPassword(userId);
  if (purpose === 'verify-email') {
    await takeWaitingInvitations(userId);
    return { body: { purpose, offersMerge: false, hasPassword: known } };
  }
  const { body, cookies } = await withMergeOffer(await openSession(userId, headers));
  return { body: { purpose, ...body, hasPassword: known }, cookies };
}

/** Of two requests with one token the first wins: the row is marked and acted on in one transaction. */
async function takeLink(tokenHash: string, purpose: LinkPurpose, password?: string): Promise<string | null> {
  const hash = password === undefined ? null : await hashPassword(password);
  return db.$transaction(async (tx) => {
    const now = new Date();
    const { count } = await tx.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    const { userId } = await tx.signInLink.findUniqueOrThrow({ where: { tokenHash }, select: { userId: true } });
    if (purpose === 'verify-email') await tx.user.update({ where: { id: userId }, data: { emailVerified: true } });
    if (purpose === 'reset-password' && hash !== null) {
      await keepPassword(tx, userId, hash);
      await tx.session.deleteMany({ where: { userId } });
      await tx.signInLink.updateMany({
        where: { userId, purpose: 'RESET_PASSWORD', usedAt: null },
        data: { usedAt: now },
      });
    }
    return userId;
  });
}
