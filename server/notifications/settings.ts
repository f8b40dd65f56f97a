import 'server-only';
import {
  NotificationKindSchema,
  type NotificationSettings,
  type NotificationSettingsInput,
} from '@/contracts/notifications';
import { sendsMail } from '../accounts/mail';
import { db } from '../db';
import { minuteIn } from '../log/day';

/** Hours in which nothing draws attention, by the clock of a zone. */
export interface QuietHours {
  timeZone: string;
  quietFrom: number;
  quietTo: number;
}

/** As the columns of `notification_settings` have it. */
export const DEFAULTS: Omit<NotificationSettingsInput, 'muted'> = {
  digest: true,
  timeZone: 'Asia/Seoul',
  quietFrom: 22 * 60,
  quietTo: 8 * 60,
  digestAt: 9 * 60,
};

/** Whether a minute of the day lies in quiet hours, which may go over midnight. */
export function isQuietMinute(minute: number, { quietFrom, quietTo }: Omit<QuietHours, 'timeZone'>): boolean {
  if (quietFrom === quietTo) return false;
  if (quietFrom < quietTo) return minute >= quietFrom && minute < quietTo;
  return minute >= quietFrom || minute < quietTo;
}

export function isQuiet(at: Date, hours: QuietHours): boolean {
  return isQuietMinute(minuteIn(at, hours.timeZone), hours);
}

export async function readSettings(viewer: { id: string }): Promise<NotificationSettings> {
  const row = await db.notificationSettings.findUnique({
    where: { userId: viewer.id },
    omit: { userId: true, lastDigest: true },
  });
  return {
    ...(row ?? DEFAULTS),
    muted: (row?.muted ?? []).flatMap((kind) => NotificationKindSchema.safeParse(kind).data ?? []),
    sendsMail: sendsMail(),
    chosen: row !== null,
  };
}

export async function saveSettings(
  viewer: { id: string },
  input: NotificationSettingsInput,
): Promise<NotificationSettings> {
  const data = { ...input, muted: [...new Set(input.muted)] };
  await db.notificationSettings.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, ...data },
    update: data,
  });
  return readSettings(viewer);
}
