import type { useFormatter } from 'next-intl';

/** A date of a calendar (`2026-11-30`) in the reader's language, whatever their time zone. */
export function showDay(format: ReturnType<typeof useFormatter>, day: string): string {
  return format.dateTime(new Date(`${day}T00:00:00Z`), {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
}
