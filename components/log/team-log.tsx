'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { TeamLogSchema } from '@/contracts/log';
import { EntryView } from './entry-view';
import { showDay, zoneOfReader } from './show-day';

export function TeamLogView() {
  const t = useTranslations('log');
  return <MembersGate text={t('signIn')}>{() => <Days />}</MembersGate>;
}

/** Today in the reader's own zone. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: zoneOfReader() }).format();

/** What teammates shared, a day at a time. */
function Days() {
  const t = useTranslations('log');
  const locale = useLocale();
  const errorText = useErrorText();
  const [day, setDay] = useState(today);
  const { data, error } = useFetched(day, (of) => api(`/api/log/team?day=${of}`, { schema: TeamLogSchema }));
  return (
    <>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <label className="flex items-center gap-2 text-sm font-semibold">
          {t('team.day')}
          <input
            type="date"
            value={day}
            onChange={(event) => event.target.value !== '' && setDay(event.target.value)}
            className="min-h-10 rounded-md border border-edge bg-raised px-2 text-sm font-normal"
          />
        </label>
        <Button size="small" disabled={!data?.before} onClick={() => data?.before && setDay(data.before)}>
          ← {t('team.before')}
        </Button>
        <Button size="small" disabled={!data?.after} onClick={() => data?.after && setDay(data.after)}>
          {t('team.after')} →
        </Button>
      </div>
      <h2 className="mt-8 text-lg font-bold">{showDay(day, locale)}</h2>
      {error !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
      <div aria-live="polite" className="min-h-60">
        {data?.entries.length === 0 && <p className="mt-3 text-muted">{t('team.none')}</p>}
        <ul>
          {data?.entries.map((entry) => (
            <li key={entry.id} className="border-b border-line py-6 last:border-none">
              <div className="mb-3 flex items-baseline justify-between gap-4">
                <h3 className="font-bold">{entry.author.name}</h3>
                <TextLink href={`/log/entry?id=${entry.id}`} className="text-sm">
                  {t('past.link')}
                </TextLink>
              </div>
              <EntryView entry={entry} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
