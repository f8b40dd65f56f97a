import 'server-only';
import type * as z from 'zod';
import type { ChangePasswordInputSchema, ForgotPasswordInputSchema } from '@/contracts/account';
import { db } from '../db';
import { logger } from '../logger';
import { enforceLimit } from '../rate-limit';
import { type KnownViewer, requireMember } from '../viewer';
import { createSignInLink } from './links';
import { sendsMail } from './mail';
import { localeOf, sendAccountMail } from './mails';
import type { Outcome } from './outcome';
import { hashPassword, hasPassword, isPasswordOf, keepPassword } from './passwords';
import { isFresh } from './sessions';

type Nothing = Record<string, never>;

/** Changes the viewer's password and ends all their other sessions. */
export async function changePassword(
  headers: Headers,
  { current, next }: z.infer<typeof ChangePasswordInputSchema>,
): Promise<Outcome<Nothing>> {
  const viewer = await requireMember(headers);
  await enforceLimit('password', { account: viewer.id, headers });
  if (!(await isPasswordOf(viewer.id, current))) return { problem: 'wrong-password' };
  await replacePassword(viewer, next);
  return { body: {} };
}

/** A first password, for who came by a link or a provider; asks for a session that was opened within the hour. */
export async function setFirstPassword(headers: Headers, next: string): Promise<Outcome<Nothing>> {
  const viewer = await requireMember(headers);
  await enforceLimit('password', { account: viewer.id, headers });
  if (await hasPassword(viewer.id)) return { problem: 'password-already-set' };
  if (!(await isFresh(viewer))) return { problem: 'session-too-old' };
  await replacePassword(viewer, next);
  return { body: {} };
}

async function replacePassword(viewer: KnownViewer, next: string): Promise<void> {
  const hash = await hashPassword(next);
  const { email, locale } = await db.$transaction(async (tx) => {
    await keepPassword(tx, viewer.id, hash);
    await tx.session.deleteMany({ where: { userId: viewer.id, id: { not: viewer.sessionId } } });
    return tx.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { email: true, locale: true } });
  });
  sendAccountMail('passwordChanged', email, localeOf(locale), { name: viewer.name });
}

/** Sends a reset link if the address has an account. Neither the answer nor its time tells. */
export async function forgotPassword(
  headers: Headers,
  { email, locale }: z.infer<typeof ForgotPasswordInputSchema>,
): Promise<Outcome<Nothing>> {
  await enforceLimit('mail', { account: email, headers });
  if (sendsMail()) {
    sendReset(email, locale).catch((error: unknown) => logger.error({ err: error }, 'reset mail failed'));
  }
  return { body: {} };
}

async function sendReset(email: string, locale: 'ko' | 'en'): Promise<void> {
  const user = await db.user.findUnique({ where: { email, isAnonymous: false }, select: { id: true, name: true } });
  if (user === null) return;
  const { url } = await createSignInLink('RESET_PASSWORD', user.id, { locale });
  sendAccountMail('reset', email, locale, { name: user.name, url });
}
