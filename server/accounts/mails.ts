import 'server-only';
import { createTranslator } from 'use-intl/core';
import { type Locale, LocaleSchema } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { db } from '../db';
import { createSignInLink } from './links';
import { sendMail, sendsMail } from './mail';

const MESSAGES = { en, ko };

export type MailName = 'verify' | 'reset' | 'changeEmail' | 'emailChanged' | 'passwordChanged' | 'erasurePlanned';

/**
 * Sends one of the site's mails, in the reader's language; `values` fill its text. Nobody waits for it: a slow mail
 * server would hold the page up, and tell by its time which addresses have an account.
 */
export function sendAccountMail(name: MailName, to: string, locale: Locale, values: Record<string, string>): void {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'account.mails' });
  void sendMail(to, t(`${name}.subject`), t(`${name}.text`, values));
}

/** The language a person chose, for mails that nobody's page asked for. */
export function localeOf(text: string): Locale {
  return LocaleSchema.catch('ko').parse(text);
}

/** Asks a member to confirm their address. Does nothing where no mail is sent. */
export async function sendVerification(userId: string, locale: Locale): Promise<void> {
  if (!sendsMail()) return;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  const { url } = await createSignInLink('VERIFY_EMAIL', userId, { locale });
  sendAccountMail('verify', user.email, locale, { name: user.name, url });
}
