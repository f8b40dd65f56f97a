import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import type { WatchReason } from '@/contracts/watchlist';
import type { Locale } from '@/grading/localized';

/** Pieces of evidence that one reason shows; the rest is counted. */
const SHOWN = 5;

/** Where the evidence is, for who reads it. */
export interface EvidenceLinks {
  exercise(id: string): `/${string}`;
  submission(exercise: string, id: string): `/${string}`;
  /** Null: what somebody did has no page of its own. */
  activity: `/${string}` | null;
}

/** A reason in words, with its number and the way to its evidence. */
export function ReasonView({
  reason,
  titles,
  links,
}: {
  reason: WatchReason;
  /** Of exercises, by id. */
  titles: Record<string, string>;
  links: EvidenceLinks;
}) {
  const t = useTranslations('instructor.watchlist.reasons');
  const locale = useLocale() as Locale;
  const format = useFormatter();
  const dayOf = (day: string) => format.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' });
  const titleOf = (exercise: string) => titles[exercise] ?? exercise;
  const { count } = reason;
  switch (reason.rule) {
    case 'inactive': {
      const text =
        reason.since === null ? t('neverActive', { count }) : t('inactive', { count, day: dayOf(reason.since) });
      return links.activity === null ? text : <TextLink href={links.activity}>{text}</TextLink>;
    }
    case 'behind':
      return (
        <>
          {t('behind', { count, days: reason.days })}{' '}
          <Evidence
            parts={reason.exercises.map(({ exercise }) => [
              exercise,
              <TextLink key={exercise} href={links.exercise(exercise)}>
                {titleOf(exercise)}
              </TextLink>,
            ])}
          />
        </>
      );
    case 'stuck': {
      const { exercise, check, title, diagnosis, submission } = reason;
      return (
        <>
          {t('stuck', { count, exercise: titleOf(exercise), check: title?.[locale] ?? check })}{' '}
          {diagnosis && <span className="text-muted">{t('diagnosis', { text: diagnosis[locale] })} </span>}
          <TextLink href={links.submission(exercise, submission)}>{t('submission')}</TextLink>
        </>
      );
    }
    case 'absent':
      return (
        <>
          {t('absent', { count })}{' '}
          <Evidence
            parts={reason.sessions.map(({ id, day }) => [
              id,
              <TextLink key={id} href={`/sessions/${id}`}>
                {dayOf(day)}
              </TextLink>,
            ])}
          />
        </>
      );
    case 'hints':
      return (
        <>
          {t('hints', { count })}{' '}
          <Evidence
            parts={reason.exercises.map(({ exercise, hints }) => [
              exercise,
              <span key={exercise}>
                <TextLink href={links.exercise(exercise)}>{titleOf(exercise)}</TextLink> ({hints})
              </span>,
            ])}
          />
        </>
      );
  }
}

function Evidence({ parts }: { parts: readonly [key: string, part: ReactNode][] }) {
  const t = useTranslations('instructor.watchlist.reasons');
  const more = parts.length - SHOWN;
  return (
    <span className="text-sm">
      {parts.slice(0, SHOWN).map(([key, part], at) => (
        <span key={key}>
          {at > 0 && ' · '}
          {part}
        </span>
      ))}
      {more > 0 && ` · ${t('more', { count: more })}`}
    </span>
  );
}
