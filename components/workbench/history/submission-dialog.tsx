'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import * as z from 'zod';
import { OwnComments } from '@/components/comments/own-comments';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { SubmissionSchema, type SubmissionSummary } from '@/contracts/learning';
import type { SourceLocation } from '@/grading/report';
import { CheckThreads } from '../discuss/check-threads';
import { SourceToAskAbout } from '../discuss/source-to-ask-about';
import type { MonacoAssets } from '../monaco/assets';
import { ReportView } from '../report/report-view';
import { showPane } from '../view-store';
import type { WorkbenchSession } from '../workbench-session';
import { SourceDiff } from './source-diff';

const OneSchema = z.object({ submission: SubmissionSchema });
const load = async (id: string) => (await api(`/api/submissions/${id}`, { schema: OneSchema })).submission;

/** One submission: its source, its report, its difference to another one or to the editor. */
export function SubmissionDialog({
  session,
  assets,
  submission,
  others,
  onRestore,
  onClose,
}: {
  session: WorkbenchSession;
  assets: MonacoAssets;
  submission: SubmissionSummary;
  others: readonly SubmissionSummary[];
  onRestore(source: string): void;
  onClose(): void;
}) {
  const t = useTranslations('workbench');
  const errorText = useErrorText();
  const { data, error } = useFetched(submission.id, load);
  const goTo = (location: SourceLocation) => {
    onClose();
    showPane('code');
    session.editor.get()?.goTo(location);
  };
  return (
    <Dialog title={t('history.submission', { number: submission.number })} wide isOpen onOpenChange={onClose}>
      {(close) => (
        <>
          {error !== null && <Notice tone="fail">{errorText(error)}</Notice>}
          {!data && error === null && <p className="text-sm text-muted">{t('loading')}</p>}
          {data && (
            <Tabs
              label={t('history.submission', { number: submission.number })}
              items={[
                {
                  id: 'source',
                  label: t('history.source'),
                  content: (
                    <>
                      <SourceToAskAbout submission={data.id} source={data.source} />
                      <OwnComments submission={data.id} source={data.source} />
                    </>
                  ),
                },
                {
                  id: 'report',
                  label: t('history.report'),
                  content: data.report ? (
                    <ReportView
                      report={data.report}
                      elapsedMs={null}
                      afterSolution={data.afterSolution}
                      onLocation={goTo}
                      discuss={(check) => <CheckThreads submission={data.id} check={check.id} />}
                    />
                  ) : (
                    <p className="py-3 text-sm text-muted">{t(`submission.${data.status}`)}</p>
                  ),
                },
                {
                  id: 'diff',
                  label: t('history.diff'),
                  content: (
                    <DiffToOther
                      session={session}
                      assets={assets}
                      submission={submission}
                      source={data.source}
                      others={others}
                    />
                  ),
                },
              ]}
            />
          )}
          <div className="mt-4 flex justify-end gap-2">
            <Button onClick={close}>{t('close')}</Button>
            <Button tone="primary" disabled={!data} onClick={() => data && onRestore(data.source)}>
              {t('history.restore')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function DiffToOther({
  session,
  assets,
  submission,
  source,
  others,
}: {
  session: WorkbenchSession;
  assets: MonacoAssets;
  submission: SubmissionSummary;
  source: string;
  others: readonly SubmissionSummary[];
}) {
  const t = useTranslations('workbench');
  const [otherId, setOtherId] = useState<string | null>(null);
  const current = useSyncExternalStore(session.draft.store.subscribe, () => session.draft.store.get().text);
  const { data: other } = useFetched(otherId, load);
  const names = {
    this: t('history.submission', { number: submission.number }),
    other: other ? t('history.submission', { number: other.number }) : t('history.editor'),
  };
  return (
    <div className="pt-3">
      <label className="mb-3 flex flex-wrap items-center gap-2 text-sm">
        {t('history.compareWith')}
        <select
          className="rounded-sm border border-edge bg-raised px-2 py-1"
          value={otherId ?? ''}
          onChange={({ target }) => setOtherId(target.value || null)}
        >
          <option value="">{t('history.editor')}</option>
          {others
            .filter(({ id }) => id !== submission.id)
            .map(({ id, number }) => (
              <option key={id} value={id}>
                {t('history.submission', { number })}
              </option>
            ))}
        </select>
      </label>
      {otherId !== null && !other ? (
        <p className="text-sm text-muted">{t('loading')}</p>
      ) : (
        <SourceDiff
          assets={assets}
          before={source}
          after={other ? other.source : current}
          beforeName={names.this}
          afterName={names.other}
        />
      )}
    </div>
  );
}
