'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { LogOverviewSchema } from '@/contracts/log';
import { Calendar } from './calendar';
import { DayEditor } from './day-editor';
import { PastEntries } from './past-entries';
import { zoneOfReader } from './show-day';
import { StreakCard } from './streak-card';
import { type Titles, TitlesProvider } from './titles';

/** The reader's own log: today's entry, or the day that was opened; streak, calendar, past posts. */
export function OwnLog({ titles }: { titles: Titles }) {
  const t = useTranslations('log');
  return (
    <MembersGate text={t('signIn')}>
      {() => (
        <TitlesProvider titles={titles}>
          <Log />
        </TitlesProvider>
      )}
    </MembersGate>
  );
}

function Log() {
  const t = useTranslations('log');
  const errorText = useErrorText();
  const [day, setDay] = useState<string | null>(null);
  // Counts what changes the lists beside the editor.
  const [changes, setChanges] = useState(0);
  const editor = useRef<HTMLDivElement>(null);
  const overview = useFetched('own', () =>
    api(`/api/log?${new URLSearchParams({ zone: zoneOfReader() })}`, { schema: LogOverviewSchema }),
  );

  function open(chosen: string | null) {
    setDay(chosen);
    editor.current?.focus();
    editor.current?.scrollIntoView({ block: 'start' });
  }

  const { reload } = overview;
  useEffect(() => {
    if (changes > 0) reload();
  }, [changes, reload]);

  const today = overview.data?.today;
  return (
    <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div ref={editor} tabIndex={-1} className="min-w-0 scroll-mt-4 outline-none">
        {day !== null && day !== today && (
          <Button size="small" className="mb-4" onClick={() => open(null)}>
            {t('back')}
          </Button>
        )}
        <DayEditor
          key={`${day === today ? null : day} ${changes}`}
          asked={day === today ? null : day}
          onChange={() => setChanges((count) => count + 1)}
        />
      </div>
      <aside className="grid content-start gap-6 sm:max-lg:grid-cols-2 lg:row-span-2">
        {overview.error !== null && (
          <Notice tone="fail" live>
            {errorText(overview.error)}
          </Notice>
        )}
        {overview.data && (
          <>
            <div>
              <StreakCard streak={overview.data.streak} />
              <p className="mt-3 text-sm">
                <TextLink href="/log/team">{t('team.link')}</TextLink>
              </p>
            </div>
            <Calendar overview={overview.data} onOpen={open} />
          </>
        )}
      </aside>
      <PastEntries key={changes} onOpen={open} />
    </div>
  );
}
