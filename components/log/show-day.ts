/** A calendar day in the reader's language: “Tuesday, 3 March 2026”. */
export function showDay(day: string, locale: string, style: 'full' | 'short' = 'full'): string {
  return new Intl.DateTimeFormat(
    locale === 'en' ? 'en-GB' : locale,
    style === 'full' ? { dateStyle: 'full', timeZone: 'UTC' } : { month: 'short', day: 'numeric', timeZone: 'UTC' },
  ).format(new Date(`${day}T00:00:00Z`));
}

/** Where the reader's device says that it is. */
export function zoneOfReader(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
