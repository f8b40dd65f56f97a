'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api } from '@/components/session/api';
import { onSessionEvent } from '@/components/session/events';
import { keepText } from '@/components/session/kept-texts';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SubmissionListSchema, type SubmissionSummary } from '@/contracts/learning';
import type { MonacoAssets } from '../monaco/assets';
import { showPane } from '../view-store';
import { replaceText, type WorkbenchExercise, workbenchSession } from '../workbench-session';
import { KeptTexts } from './kept-texts';
import { OwnDue } from './own-due';
import { OwnOverride } from './own-override';
import { SubmissionDialog } from './submission-dialog';
import { SubmissionVerdict } from './submission-verdict';

/** All own submissions of the exercise, and the texts that were set aside on this device. */
export function HistoryPanel({ exercise, assets }: { exercise: WorkbenchExercise; assets: MonacoAssets }) {
  const t = useTranslations('workbench');
  const errorText = useErrorText();
  const session = useMemo(() => workbenchSession(exercise), [exercise]);
  const { me, loading: meLoading } = useMe();
  const { data, error, loading, reload } = useFetched(me?.viewer ? exercise.id : null, async (id) => {
    const { submissions } = await api(`/api/submissions?exercise=${encodeURIComponent(id)}`, {
      schema: SubmissionListSchema,
    });
    return submissions;
  });
  const { verdict, pending } = useSyncExternalStore(session.queue.store.subscribe, session.queue.store.get);
  const [open, setOpen] = useState<SubmissionSummary | null>(null);
  // `?submission=` opens one, once: so the inbox leads to what was said about it.
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get('submission'));
  const found = data?.find(({ id }) => id === asked);
  if (found) {
    setAsked(null);
    setOpen(found);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new submission or verdict makes the list old
  useEffect(reload, [verdict, pending?.id, reload]);
  useEffect(
    () =>
      onSessionEvent((event) => {
        if (event.type === 'submission' && event.submission.exercise === exercise.id) reload();
      }),
    [exercise.id, reload],
  );

  function restore(text: string) {
    keepText(exercise.id, session.draft.store.get().text, 'restored');
    replaceText(session, text);
    setOpen(null);
    showPane('code');
  }

  return (
    <div>
      <h2 className="mb-3 text-lg font-bold">{t('history.title')}</h2>
      <OwnDue exercise={exercise.id} />
      <OwnOverride exercise={exercise.id} />
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}{' '}
          <Button size="small" tone="plain" onClick={reload}>
            {t('again')}
          </Button>
        </Notice>
      )}
      {(loading || meLoading) && <p className="text-sm text-muted">{t('loading')}</p>}
      {!meLoading && !loading && error === null && (data ?? []).length === 0 && (
        <p className="text-sm text-muted">{t('history.empty')}</p>
      )}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {data?.map((submission) => (
          <Entry key={submission.id} submission={submission} onOpen={() => setOpen(submission)} />
        ))}
      </ul>
      <KeptTexts exercise={exercise.id} hasAccount={me?.viewer != null} onRestore={restore} />
      {open && (
        <SubmissionDialog
          session={session}
          assets={assets}
          submission={open}
          others={data ?? []}
          onRestore={restore}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function Entry({ submission, onOpen }: { submission: SubmissionSummary; onOpen(): void }) {
  const t = useTranslations('workbench');
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="font-mono text-sm font-semibold">#{submission.number}</span>
      <SubmissionVerdict submission={submission} />
      <time dateTime={submission.createdAt} className="text-xs text-muted">
        {format.dateTime(new Date(submission.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
      <Button
        size="small"
        className="ms-auto"
        onClick={onOpen}
        aria-label={t('history.openLabel', { number: submission.number })}
      >
        {t('history.open')}
      </Button>
    </li>
  );
}
