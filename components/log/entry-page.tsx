'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { LogEntryAnswerSchema } from '@/contracts/log';
import { EntryView } from './entry-view';
import { showDay } from './show-day';

/** One entry at an address of its own: `?id=`. */
export function EntryPage() {
  const t = useTranslations('log');
  const [id, setId] = useState<string | null>(null);
  useEffect(() => setId(new URLSearchParams(location.search).get('id') ?? ''), []);
  return <MembersGate text={t('signIn')}>{() => id !== null && <Entry id={id} />}</MembersGate>;
}

function Entry({ id }: { id: string }) {
  const t = useTranslations('log');
  const locale = useLocale();
  const errorText = useErrorText();
  const { data, error } = useFetched(id, (which) =>
    api(`/api/log/entries/${encodeURIComponent(which)}`, { schema: LogEntryAnswerSchema }),
  );
  if (error !== null) {
    const isGone = error instanceof ApiError && error.code === 'not-found';
    return (
      <div className="mt-6">
        <Notice tone={isGone ? 'info' : 'fail'} live>
          {isGone ? t('entry.gone') : errorText(error)}
        </Notice>
      </div>
    );
  }
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  const { entry } = data;
  return (
    <article className="mt-6">
      <p className="mb-4 text-muted">{t('entry.by', { name: entry.author.name, day: showDay(entry.day, locale) })}</p>
      <EntryView entry={entry} />
      <p className="mt-8 text-sm">
        <TextLink href="/log/team">{t('team.link')}</TextLink>
      </p>
    </article>
  );
}
