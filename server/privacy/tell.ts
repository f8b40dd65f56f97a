import 'server-only';
import { localeOf, sendAccountMail } from '../accounts/mails';
import { db } from '../db';
import { env } from '../env';

/** Mails a person on which day they will be erased, and where that can be taken back: they may not have asked for it. */
export async function tellOfErasure(userId: string): Promise<void> {
  const row = await db.erasure.findUnique({
    where: { userId },
    select: { dueAt: true, user: { select: { name: true, email: true, locale: true } } },
  });
  if (row === null) return;
  const { name, email } = row.user;
  const locale = localeOf(row.user.locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(row.dueAt);
  sendAccountMail('erasurePlanned', email, locale, { name, day, url: `${env.PUBLIC_URL}/${locale}/account` });
}
