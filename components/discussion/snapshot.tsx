'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { ReportView } from '@/components/workbench/report/report-view';
import { CodeLines } from './code-lines';
import { fetchSnapshot } from './discussion-api';

/** A submission as it was, with its report. */
export default function Snapshot({ post }: { post: string }) {
  const t = useTranslations('discussion.snapshot');
  const errorText = useErrorText();
  const { data, error } = useFetched(post, fetchSnapshot);
  if (error !== null) return <Notice tone="fail">{errorText(error)}</Notice>;
  if (!data) return <p className="text-sm text-muted">{t('loading')}</p>;
  return (
    <Tabs
      label={t('title', { number: data.number })}
      items={[
        { id: 'source', label: t('source'), content: <CodeLines source={data.source} first={1} /> },
        {
          id: 'report',
          label: t('report'),
          content: data.report ? (
            <ReportView
              report={data.report}
              elapsedMs={null}
              afterSolution={data.afterSolution}
              onLocation={() => {}}
            />
          ) : (
            <p className="p-3 text-sm text-muted">{t('noReport')}</p>
          ),
        },
      ]}
    />
  );
}
