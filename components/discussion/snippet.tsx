'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useLocalized } from '@/components/workbench/report/check-item';
import { ConsoleOutput } from '@/components/workbench/report/console-output';
import { ReportView } from '@/components/workbench/report/report-view';
import type { ShownPost } from '@/contracts/discussion';
import type { Report } from '@/grading/report';
import { CodeLines } from './code-lines';
import type { CourseNames } from './exercise-names';
import { exercisesOf } from './exercise-names';
import type { SnippetOutcome } from './run-snippet';

type Result = { outcome: SnippetOutcome } | { report: Report } | { failed: true };

/** Code of a post, to read and to run in the page's worker: it never has the rights of who runs it. */
export function Snippet({ snippet, course }: { snippet: NonNullable<ShownPost['snippet']>; course: CourseNames }) {
  const t = useTranslations('discussion.snippet');
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const run = useRef<AbortController | null>(null);
  const exercise = exercisesOf(course).find(({ id }) => id === snippet.exercise);

  useEffect(() => () => run.current?.abort(), []);

  async function start(work: (signal: AbortSignal) => Promise<Result>) {
    const own = new AbortController();
    run.current?.abort();
    run.current = own;
    setIsRunning(true);
    setResult(null);
    const ended = await work(own.signal).catch((): Result => ({ failed: true }));
    if (run.current !== own) return;
    setIsRunning(false);
    if (!own.signal.aborted) setResult(ended);
  }

  const runIt = () =>
    start(async (signal) => {
      const { runSnippet } = await import('./run-snippet');
      return { outcome: await runSnippet(snippet.source, course.runners, signal) };
    });
  const checkIt = () =>
    start(async (signal) => {
      const { checkSnippet } = await import('./run-snippet');
      return { report: await checkSnippet(snippet.source, exercise?.fixture ?? '', course.runners, signal) };
    });

  return (
    <section aria-label={t('title')} className="mt-3 space-y-2">
      <CodeLines source={snippet.source} first={1} />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={runIt} disabled={isRunning}>
          {t('run')}
        </Button>
        {exercise && (
          <Button size="small" onClick={checkIt} disabled={isRunning}>
            {t('check', { exercise: exercise.title })}
          </Button>
        )}
        {isRunning && (
          <Button
            size="small"
            tone="plain"
            onClick={() => {
              run.current?.abort();
              run.current = null;
              setIsRunning(false);
            }}
          >
            {t('stop')}
          </Button>
        )}
        <span className="text-xs text-muted">{t('safe')}</span>
      </div>
      <div role="status" aria-busy={isRunning}>
        {isRunning && <p className="text-sm text-muted">{t('running')}</p>}
        {result && 'outcome' in result && <Outcome outcome={result.outcome} />}
        {result && 'failed' in result && <Notice tone="fail">{t('failed')}</Notice>}
      </div>
      {result && 'report' in result && (
        <div className="overflow-hidden rounded-md border border-line">
          <ReportView report={result.report} elapsedMs={null} onLocation={() => {}} />
        </div>
      )}
    </section>
  );
}

function Outcome({ outcome: { lines, truncated, returned, problem } }: { outcome: SnippetOutcome }) {
  const t = useTranslations('discussion.snippet');
  const text = useLocalized();
  return (
    <div className="space-y-2 text-sm">
      {problem && (
        <Notice tone="fail">
          {typeof problem.message === 'string' ? problem.message : text(problem.message)}
          {problem.location && ` (${t('line', { line: problem.location.line })})`}
        </Notice>
      )}
      {lines.length > 0 && <ConsoleOutput output={{ lines, truncated }} />}
      {returned !== null && (
        <div>
          <p className="text-xs text-muted">{t('returned')}</p>
          <pre className="overflow-auto rounded-md border border-line bg-surface px-3 py-2 font-mono text-xs">
            {returned}
          </pre>
        </div>
      )}
      {!problem && lines.length === 0 && returned === null && <p className="text-muted">{t('nothing')}</p>}
    </div>
  );
}
