'use client';

import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { LogActivity, LogField } from '@/contracts/log';
import type { Locale } from '@/grading/localized';
import { type Titles, useTitles } from './titles';

interface Item {
  key: string;
  /** Without the language. */
  href: `/${string}` | null;
  title: string;
  note: string;
  field: LogField;
}

type T = ReturnType<typeof useTranslations<'log'>>;

function itemsOf(activity: LogActivity, { lessons, exercises }: Titles, locale: Locale, t: T): Item[] {
  return [
    ...activity.lessons.map(
      ({ lesson, finished }): Item => ({
        key: `lesson ${lesson}`,
        href: `/lessons/${lesson}`,
        title: lessons[lesson] ?? lesson,
        note: t(finished ? 'done.lessonDone' : 'done.lesson'),
        field: 'learned',
      }),
    ),
    ...activity.checks.map(
      ({ lesson, ...counts }): Item => ({
        key: `checks ${lesson}`,
        href: `/lessons/${lesson}`,
        title: lessons[lesson] ?? lesson,
        note: t('done.checks', counts),
        field: 'learned',
      }),
    ),
    ...activity.exercises.flatMap(({ exercise, attempts, passed, findings }): Item[] => {
      const common = { href: `/exercises/${exercise}` as const, title: exercises[exercise] ?? exercise };
      const state = passed ? 'passed' : 'attempts';
      return [
        {
          ...common,
          key: `exercise ${exercise}`,
          note: attempts === 0 ? t('done.worked') : t(`done.${state}`, { count: attempts }),
          field: 'derived',
        },
        ...findings.map(
          ({ check, diagnosis }, at): Item => ({
            ...common,
            key: `finding ${exercise} ${at}`,
            note: diagnosis ? t('done.finding', { check: check[locale], diagnosis: diagnosis[locale] }) : check[locale],
            field: 'mistake',
          }),
        ),
      ];
    }),
    ...(activity.session
      ? [{ key: 'session', href: null, title: t('done.session'), note: '', field: 'thanks' as const }]
      : []),
  ];
}

/** What the site knows of the day, each a line that goes into its field by one click. */
export function DoneList({
  activity,
  isToday,
  onInsert,
}: {
  activity: LogActivity;
  isToday: boolean;
  /** `line`: Markdown. Null: nothing can be written. */
  onInsert: ((field: LogField, line: string) => void) | null;
}) {
  const t = useTranslations('log');
  const locale = useLocale() as Locale;
  const items = itemsOf(activity, useTitles(), locale, t);
  return (
    <section aria-labelledby="log-done" className="mt-6 rounded-md border border-line bg-surface p-4">
      <h2 id="log-done" className="text-sm font-bold">
        {t(isToday ? 'done.title' : 'done.titleOther')}
      </h2>
      {items.length === 0 && <p className="mt-1.5 text-sm text-muted">{t('done.none')}</p>}
      <ul className="mt-2 grid gap-1">
        {items.map(({ key, href, title, note, field }) => {
          const name = href === null ? title : `[${title.replaceAll(/[[\]]/g, '\\$&')}](/${locale}${href})`;
          return (
            <li key={key} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm sm:flex-nowrap">
              <span className="min-w-0 grow [overflow-wrap:anywhere]">
                {href === null ? title : <TextLink href={href}>{title}</TextLink>}
                {note !== '' && <span className="text-muted"> · {note}</span>}
              </span>
              {onInsert && (
                <button
                  type="button"
                  aria-label={t('done.insertInto', { what: `${title} ${note}`.trim(), field: t(`fields.${field}`) })}
                  onClick={() => onInsert(field, `- ${name}${note === '' ? '' : `: ${note}`}`)}
                  className="min-h-8 shrink-0 rounded-md border border-edge px-2 text-xs font-semibold hover:bg-raised"
                >
                  + {t(`fields.${field}`)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
