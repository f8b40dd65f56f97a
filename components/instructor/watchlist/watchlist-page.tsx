'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { WatchAsideInput, WatchEntry, Watchlist, WatchSettings } from '@/contracts/watchlist';
import { StaffPage } from '../staff-page';
import { AsideDialog } from './aside-dialog';
import { WatchedEntry } from './entry';
import { RulesForm } from './rules-form';

const schema = async () => (await import('@/contracts/watchlist')).WatchlistSchema;

/** Who may need somebody, with the reasons; whom staff have set aside; and from when on the rules name people. */
export function CohortWatchlist({ cohort, titles }: { cohort: string; titles: Record<string, string> }) {
  const path = `/api/cohorts/${cohort}/watchlist`;
  const fetched = useFetched(path, (key) => api(key, { schema }));
  return <StaffPage fetched={fetched}>{(loaded) => <Loaded {...{ path, loaded, titles }} />}</StaffPage>;
}

function Loaded({ path, loaded, titles }: { path: string; loaded: Watchlist; titles: Record<string, string> }) {
  const t = useTranslations('instructor.watchlist');
  const [list, setList] = useState(loaded);
  const [chosen, setChosen] = useState<WatchEntry | null>(null);
  const { cohort, entries, quiet, learners, settings, mayChange, today } = list;
  const [named, aside] = [entries.filter((one) => one.aside === null), entries.filter((one) => one.aside !== null)];

  async function saveSettings(body: WatchSettings) {
    setList(await api(path, { method: 'PUT', body, schema }));
    showToast(t('rules.saved'));
  }

  async function setAside(learner: string, body: WatchAsideInput) {
    setList(await api(`${path}/${encodeURIComponent(learner)}`, { method: 'PUT', body, schema }));
  }

  const entryOf = (entry: WatchEntry) => (
    <WatchedEntry
      key={entry.learner.id}
      {...{ entry, titles, cohort }}
      onAside={() => setChosen(entry)}
      onResume={() => setAside(entry.learner.id, { aside: null })}
    />
  );
  return (
    <>
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="mt-2 max-w-measure text-muted">{t('intro')}</p>
      {quiet === null ? (
        <p className="mt-6 font-semibold" role="status">
          {t('count', { count: named.length, all: learners })}
        </p>
      ) : (
        <div className="mt-6">
          <Notice>{t(`quiet.${quiet}`)}</Notice>
        </div>
      )}
      <ul className="mt-4 border-t border-line">{named.map(entryOf)}</ul>
      {aside.length > 0 && (
        <details className="mt-8" data-aside>
          <summary className="cursor-pointer text-lg font-bold">{t('aside.title', { count: aside.length })}</summary>
          <ul className="mt-3 border-t border-line">{aside.map(entryOf)}</ul>
        </details>
      )}
      <RulesForm initial={settings} isDisabled={!mayChange} onSave={saveSettings} />
      {chosen && (
        <AsideDialog
          name={chosen.learner.name}
          today={today}
          onSave={(input) => setAside(chosen.learner.id, { aside: input })}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
