import type { Anchor } from '@/contracts/discussion';
import type { Locale } from '@/grading/localized';

/** The page that a thread hangs on, without the language; null where there is none. */
export function anchorLink(anchor: Anchor, locale: Locale): `/${string}` | null {
  if (anchor.kind === 'lesson') {
    return `/lessons/${anchor.lesson}${anchor.section ? `#${anchor.section[locale]}` : ''}`;
  }
  if (anchor.kind === 'session') return anchor.session === null ? null : `/team/sessions/${anchor.session}`;
  return anchor.kind === 'free' ? null : `/exercises/${anchor.exercise}`;
}
