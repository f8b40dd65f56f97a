'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CommentField } from '@/components/comments/comment-field';
import { CommentThreads } from '@/components/comments/comment-threads';
import { sendComment } from '@/components/comments/comments-api';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { inOrder, LineFields, useLines } from '@/components/workbench/discuss/line-fields';
import { TextDiff } from '@/components/workbench/history/text-diff';
import { ReportView } from '@/components/workbench/report/report-view';
import { SourceBlock } from '@/components/workbench/source-block';
import type { StaffSubmission } from '@/contracts/cohort-learner';
import type { Comments } from '@/contracts/comment';
import { redactReport } from '@/grading/redact';
import { learnerPath } from '../paths';
import { useCourseTitles } from './course-titles';

/** One submission: code with what is said on its lines, difference to the one before, report, and every grading of it. */
export function SubmissionView({
  cohort,
  learner,
  submission,
}: {
  cohort: string;
  learner: string;
  submission: string;
}) {
  const t = useTranslations('instructor.learner.submission');
  const errorText = useErrorText();
  const titles = useCourseTitles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error } = useFetched(`/api/cohorts/${cohort}/submissions/${encodeURIComponent(submission)}`, (path) =>
    api(path, { schema: async () => (await import('@/contracts/cohort-learner')).StaffSubmissionSchema }),
  );
  // What was said since: kept here, since a tab that is left forgets.
  const [said, setSaid] = useState<Comments | null>(null);
  // Whoever came by a link further down the page is taken to what it opened.
  useEffect(() => {
    if (data) heading.current?.focus();
  }, [data]);

  if (error !== null) {
    return (
      <div className="mt-8">
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      </div>
    );
  }
  if (!data) return <div className="mt-8 min-h-96" aria-busy />;
  const label = t('title', { exercise: titles.exercise(data.exercise), number: data.number });
  return (
    <section aria-label={label} data-submission={data.id} className="mt-8 rounded-md border border-edge p-4 sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 scroll-mt-20 text-lg font-bold">
          {label}
        </h2>
        <nav aria-label={t('others')} className="flex flex-wrap gap-4 text-sm">
          {data.previous && <TextLink href={learnerPath(cohort, learner, data.previous.id)}>{t('previous')}</TextLink>}
          {data.next && <TextLink href={learnerPath(cohort, learner, data.next)}>{t('next')}</TextLink>}
          <TextLink href={learnerPath(cohort, learner)}>{t('close')}</TextLink>
        </nav>
      </div>
      <Facts submission={data} />
      {data.verdictsDiffer && (
        <div className="mt-3">
          <Notice tone="warn">{t('differ')}</Notice>
        </div>
      )}
      <Tabs
        label={label}
        className="mt-4"
        items={[
          {
            id: 'source',
            label: t('source'),
            content: <CommentedSource submission={data} comments={said ?? data.comments} onChange={setSaid} />,
          },
          { id: 'diff', label: t('diff'), content: <Difference submission={data} /> },
          {
            id: 'report',
            label: t('report'),
            content: <ReportOf submission={data} />,
          },
          { id: 'runs', label: t('runs', { count: data.runs.length }), content: <Runs submission={data} /> },
        ]}
      />
    </section>
  );
}

function Facts({ submission }: { submission: StaffSubmission }) {
  const t = useTranslations('instructor.learner.submission');
  const format = useFormatter();
  const { createdAt, passed, score, maxScore, version, seed, pageBackend, afterSolution } = submission;
  const facts = [
    [t('handedIn'), format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })],
    [t('verdict'), passed === null ? t('waiting') : t(passed ? 'passed' : 'notPassed')],
    ...(score === null ? [] : [[t('score'), `${score} / ${maxScore}`]]),
    [t('version'), version],
    [t('seed'), String(seed)],
    [t('page'), pageBackend ?? t('notRun')],
    ...(afterSolution ? [[t('after'), t('yes')]] : []),
  ];
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-2">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 tabular-nums [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function CommentedSource({
  submission: { id, source },
  comments,
  onChange,
}: {
  submission: StaffSubmission;
  comments: Comments;
  onChange(comments: Comments): void;
}) {
  const t = useTranslations('report.comments');
  const block = useRef<HTMLDivElement>(null);
  const last = source.trimEnd().split('\n').length;
  const [lines, setLines] = useLines(block, last);
  return (
    <div className="pt-1">
      <div ref={block}>
        <SourceBlock source={source} />
      </div>
      {comments.may.begin && (
        <div className="space-y-3 rounded-md border border-line p-4">
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <LineFields lines={lines} last={last} onChange={setLines} />
          </p>
          <CommentField
            place={id}
            label={t('begin')}
            action={t('send')}
            mayHoldSolution
            onSend={async (written) => onChange(await sendComment(id, { ...written, on: inOrder(lines) }))}
          />
        </div>
      )}
      {comments.comments.length > 0 && (
        <section aria-label={t('title')} className="mt-5">
          <h3 className="mb-2 text-base font-bold">{t('title')}</h3>
          <CommentThreads submission={id} source={source} comments={comments} onChange={onChange} />
        </section>
      )}
    </div>
  );
}

/** All of it, or what of it the learner sees: of hidden checks no inputs, values and output. */
function ReportOf({ submission: { report, afterSolution } }: { submission: StaffSubmission }) {
  const t = useTranslations('instructor.learner.submission');
  const [asLearner, setAsLearner] = useState(false);
  if (report === null) return <p className="py-3 text-sm text-muted">{t('noReport')}</p>;
  return (
    <div className="pt-3">
      <Button size="small" aria-pressed={asLearner} onClick={() => setAsLearner(!asLearner)} className="mb-3">
        {t('asLearner')}
      </Button>
      <ReportView
        key={String(asLearner)}
        report={redactReport(report, asLearner ? 'learner' : 'staff')}
        elapsedMs={null}
        afterSolution={afterSolution}
        onLocation={() => {}}
      />
    </div>
  );
}

function Difference({ submission: { number, source, previous } }: { submission: StaffSubmission }) {
  const t = useTranslations('instructor.learner.submission');
  if (previous === null) return <p className="py-3 text-sm text-muted">{t('first')}</p>;
  return (
    <div className="pt-3">
      <TextDiff
        before={previous.source}
        after={source}
        beforeName={t('name', { number: previous.number })}
        afterName={t('name', { number })}
      />
    </div>
  );
}

function Runs({ submission: { runs } }: { submission: StaffSubmission }) {
  const t = useTranslations('instructor.learner.submission');
  const format = useFormatter();
  const heads = ['reason', 'finished', 'verdict', 'score', 'version', 'seed', 'official'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="relative overflow-x-auto pt-3" tabIndex={0} aria-label={t('allRuns')}>
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">{t('allRuns')}</caption>
        <thead className="border-b border-line text-xs text-muted">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pe-4 font-semibold whitespace-nowrap">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ id, reason, finishedAt, passed, score, maxScore, version, seed, isOfficial }) => (
            <tr key={id} className="border-b border-line">
              {[
                t(`reasons.${reason}`),
                finishedAt && format.dateTime(new Date(finishedAt), { dateStyle: 'medium', timeStyle: 'short' }),
                passed === null ? t('waiting') : t(passed ? 'passed' : 'notPassed'),
                score === null ? '—' : `${score} / ${maxScore}`,
                version,
                seed,
                isOfficial ? t('yes') : '—',
              ].map((value, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have a fixed order
                <td key={at} className="py-1.5 pe-4 whitespace-nowrap">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
