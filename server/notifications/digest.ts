import 'server-only';
import { localDay } from '@/content/plan/calendar';
import { LocaleSchema } from '@/grading/localized';
import { sendMail, sendsMail } from '../accounts/mail';
import { db } from '../db';
import { findReader } from '../discussion/reader';
import { minuteIn } from '../log/day';
import { logger } from '../logger';
import { inTransaction } from '../transaction';
import { digestMail } from './digest-mail';
import { findLines, groupLines } from './lines';
import { DEFAULTS, isQuietMinute } from './settings';

/** Lines that one digest tells of; the inbox has the rest. */
const MOST = 40;
/** What has waited for longer is no news. */
const NEWS_MS = 7 * 24 * 3_600_000;

interface Candidate {
  userId: string;
  email: string;
  name: string;
  locale: string;
  timeZone: string;
  quietFrom: number;
  quietTo: number;
  digestAt: number;
  lastDigest: Date | null;
}

/**
 * Mails a digest to everybody whose hour has come: once on a day of theirs, outside their quiet hours, only to a confirmed
 * address, and only of what they may see at this moment. Several processes may call it at once.
 *
 * @returns how many were sent
 */
export async function sendDueDigests(now = new Date()): Promise<number> {
  if (!sendsMail()) return 0;
  let sent = 0;
  for (const candidate of await findCandidates(now)) {
    if (!isDue(candidate, now)) continue;
    try {
      if (await sendDigest(candidate, now)) sent += 1;
    } catch (err) {
      logger.error({ err }, 'digest could not be made');
    }
  }
  return sent;
}

/** Members with lines that nobody has told them of. */
function findCandidates(now: Date): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT u.id AS "userId", u.email, u.name, u.locale, s.last_digest AS "lastDigest",
      COALESCE(s.time_zone, ${DEFAULTS.timeZone}) AS "timeZone",
      COALESCE(s.quiet_from, ${DEFAULTS.quietFrom}) AS "quietFrom",
      COALESCE(s.quiet_to, ${DEFAULTS.quietTo}) AS "quietTo",
      COALESCE(s.digest_at, ${DEFAULTS.digestAt}) AS "digestAt"
    FROM "user" u LEFT JOIN notification_settings s ON s.user_id = u.id
    WHERE NOT u.is_anonymous AND u.email_verified AND COALESCE(s.digest, true)
      AND EXISTS (SELECT FROM notification n WHERE n.user_id = u.id AND n.read_at IS NULL AND n.mailed_at IS NULL
        AND n.created_at > ${new Date(now.getTime() - NEWS_MS)})`;
}

/** A digest whose minute lies in quiet hours waits for their end. */
export function isDue(
  { timeZone, quietFrom, quietTo, digestAt, lastDigest }: Omit<Candidate, 'userId' | 'email' | 'name' | 'locale'>,
  now: Date,
): boolean {
  const quiet = { quietFrom, quietTo };
  const minute = minuteIn(now, timeZone);
  const due = isQuietMinute(digestAt, quiet) ? quietTo : digestAt;
  if (minute < due || isQuietMinute(minute, quiet)) return false;
  return lastDigest === null || localDay(lastDigest, timeZone) < localDay(now, timeZone);
}

async function sendDigest({ userId, email, name, locale, lastDigest }: Candidate, now: Date): Promise<boolean> {
  const lines = await inTransaction(async (tx) => {
    const found = await findLines(await findReader(userId, tx), { unread: true, unmailed: true, take: MOST }, tx);
    if (found.length === 0) return [];
    await tx.$executeRaw`INSERT INTO notification_settings (user_id) VALUES (${userId}) ON CONFLICT DO NOTHING`;
    // Who changes this row has the day's digest; another process finds it changed.
    const claimed = await tx.notificationSettings.updateMany({
      where: { userId, digest: true, lastDigest },
      data: { lastDigest: now },
    });
    if (claimed.count === 0) return [];
    await tx.notification.updateMany({
      where: { id: { in: found.map(({ id }) => id) } },
      data: { mailedAt: now },
    });
    return found;
  });
  if (lines.length === 0) return false;
  const mail = digestMail(
    { userId, name, locale: LocaleSchema.catch('ko').parse(locale) },
    groupLines(lines),
    lines.length,
  );
  await sendMail(email, mail.subject, mail.text, { html: mail.html, headers: mail.headers });
  return true;
}
