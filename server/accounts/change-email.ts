import 'server-only';
import type * as z from 'zod';
import { Prisma } from '@/.generated/prisma/client';
import type { ChangeEmailInputSchema } from '@/contracts/account';
import { db } from '../db';
import { takeWaitingInvitations } from '../people/take-invitation';
import { enforceLimit } from '../rate-limit';
import { requireMember } from '../viewer';
import { sendsMail } from './mail';
import { localeOf, sendAccountMail, sendVerification } from './mails';
import type { Outcome } from './outcome';
import { isPasswordOf } from './passwords';
import { dropPendingEmails, findPendingEmail, keepPendingEmail } from './pending-email';
import { hashToken, linkUrl, makeToken } from './tokens';

type Changed = { state: 'changed' | 'mail-sent' };

/**
 * Changes the viewer's address. Where mail is sent the change waits until the new address confirms it, and the answer is
 * the same for an address that is taken; without mail it is made at once, unverified.
 */
export async function changeEmail(
  headers: Headers,
  input: z.infer<typeof ChangeEmailInputSchema>,
): Promise<Outcome<Changed>> {
  const viewer = await requireMember(headers);
  await enforceLimit('password', { account: viewer.id, headers });
  if (!(await isPasswordOf(viewer.id, input.password))) return { problem: 'wrong-password' };
  if (input.email === viewer.email) return { problem: 'same-email' };
  if (!sendsMail()) return replaceEmail(viewer.id, input.email, false);
  await enforceLimit('mail', { account: viewer.id, headers });
  const taken = await db.user.findUnique({ where: { email: input.email }, select: { id: true } });
  if (taken === null) {
    const token = makeToken();
    await keepPendingEmail(hashToken(token), viewer.id, input.email);
    const url = linkUrl(token, input.locale);
    sendAccountMail('changeEmail', input.email, input.locale, { name: viewer.name, url });
  }
  return { body: { state: 'mail-sent' } };
}

/** The new address confirms a change. The old one is told. */
export async function confirmEmail(tokenHash: string): Promise<Outcome<Changed>> {
  const change = await findPendingEmail(tokenHash);
  if (change === null) return { problem: 'link-unknown' };
  const before = await db.user.findUnique({
    where: { id: change.userId },
    select: { name: true, email: true, locale: true },
  });
  const outcome = await replaceEmail(change.userId, change.email, true);
  if ('body' in outcome) await takeWaitingInvitations(change.userId);
  if ('body' in outcome && before !== null) {
    const values = { name: before.name, email: change.email };
    sendAccountMail('emailChanged', before.email, localeOf(before.locale), values);
  }
  return outcome;
}

/** Links sent to the old address stop working with it. */
async function replaceEmail(userId: string, email: string, emailVerified: boolean): Promise<Outcome<Changed>> {
  try {
    await db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { email, emailVerified } });
      await dropPendingEmails(tx, userId);
      await tx.signInLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
    });
    return { body: { state: 'changed' } };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { problem: 'email-taken' };
    throw error;
  }
}

/** Sends the mail that confirms the viewer's address again. */
export async function resendVerification(
  headers: Headers,
  locale: 'ko' | 'en',
): Promise<Outcome<Record<string, never>>> {
  const viewer = await requireMember(headers);
  await enforceLimit('mail', { account: viewer.id, headers });
  if (!viewer.emailVerified) await sendVerification(viewer.id, locale);
  return { body: {} };
}
