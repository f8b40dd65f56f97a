'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { type LogEntry, LogPageSchema } from '@/contracts/log';
import { EntryView } from './entry-view';
import { showDay } from './show-day';

/** One's own posts, newest first. */
export function PastEntries({ onOpen }: { onOpen(day: string): void }) {
  const t = useTranslations('log');
  const locale = useLocale();
  const errorText = useErrorText();
  const [entries, setEntries] = useState<LogEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function load(before: string | null) {
    setError(null);
    try {
      const page = await api(`/api/log/entries${before === null ? '' : `?before=${before}`}`, {
        schema: LogPageSchema,
      });
      setEntries((shown) => [...(before === null ? [] : (shown ?? [])), ...page.entries]);
      setNext(page.next);
    } catch (problem) {
      setError(problem);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it appears
  useEffect(() => void load(null), []);

  return (
    <section aria-labelledby="log-past" className="min-w-0 border-t border-line pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="log-past" className="text-lg font-bold">
          {t('past.title')}
        </h2>
        <a
          href={`/api/log/export?locale=${locale}`}
          download="learning-log.md"
          className="text-sm text-accent underline underline-offset-4"
        >
          {t('export')}
        </a>
      </div>
      {error !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
      {entries?.length === 0 && <p className="mt-3 text-muted">{t('past.none')}</p>}
      <ol>
        {entries?.map((entry) => (
          <li key={entry.id} data-log-entry={entry.day} className="border-b border-line py-6 last:border-none">
            <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <h3 className="font-bold">{showDay(entry.day, locale)}</h3>
              <span className="text-xs text-muted">{t('share', { who: t(`visibility.${entry.visibility}`) })}</span>
              <span className="ml-auto flex items-baseline gap-3 text-sm">
                <TextLink href={`/log/entry?id=${entry.id}`}>{t('past.link')}</TextLink>
                <Button size="small" onClick={() => onOpen(entry.day)}>
                  {t('past.edit')}
                </Button>
              </span>
            </div>
            <EntryView entry={entry} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <Button className="mt-4" onClick={() => load(next)}>
          {t('past.more')}
        </Button>
      )}
    </section>
  );
}
