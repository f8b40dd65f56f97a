'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { QueueState } from '@/components/session/submission-queue';
import { useErrorText } from '@/components/session/use-error-text';
import { useOnline } from '@/components/session/use-online';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { SourceLocation } from '@/grading/report';
import { CheckThreads } from './discuss/check-threads';
import { useLocalized } from './report/check-item';
import { OutcomeMark } from './report/outcome-mark';
import { ReportView } from './report/report-view';
import { TrainingCurve } from './report/training-curve';
import type { RunState } from './run-controller';
import { showPane } from './view-store';
import type { WorkbenchSession } from './workbench-session';

type Shown = 'run' | 'verdict';

/** The last run's report or the last verified one, and what is on its way. */
export function ReportPane({
  session,
  shown,
  onShow,
  submittedAt,
}: {
  session: WorkbenchSession;
  shown: Shown;
  onShow(shown: Shown): void;
  submittedAt: RefObject<number | null>;
}) {
  const t = useTranslations('workbench');
  const run = useSyncExternalStore(session.run.store.subscribe, session.run.store.get);
  const queue = useSyncExternalStore(session.queue.store.subscribe, session.queue.store.get);
  const hasVerdict = queue.verdict !== null || queue.pending !== null || queue.error !== null;
  const which = hasVerdict ? shown : 'run';
  return (
    <section
      id="workbench-report"
      aria-label={t('pane.report')}
      aria-busy={run.phase === 'running' || queue.pending !== null}
      className="hidden min-h-0 min-w-0 flex-1 flex-col group-data-[pane=report]/wb:flex lg:flex"
    >
      {hasVerdict && (run.report || run.phase === 'running' || run.ended) && (
        <fieldset className="flex gap-1 border-0 border-b border-line px-3 py-1.5">
          <legend className="sr-only">{t('whichReport')}</legend>
          {(['run', 'verdict'] as const).map((one) => (
            <Button
              key={one}
              size="small"
              tone={one === which ? 'quiet' : 'plain'}
              aria-pressed={one === which}
              onClick={() => onShow(one)}
            >
              {t(`report.${one}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <div className="min-h-0 flex-1 lg:overflow-y-auto" data-report={which}>
        {which === 'run' ? (
          <RunReport session={session} run={run} />
        ) : (
          <Verdict session={session} queue={queue} submittedAt={submittedAt} />
        )}
      </div>
    </section>
  );
}

function RunReport({ session, run }: { session: WorkbenchSession; run: RunState }) {
  const t = useTranslations('workbench');
  const elapsed = useElapsed(run.phase === 'idle' && run.report !== null, run.pressedAt);
  if (run.phase === 'running') return <Running run={run} total={session.exercise.checks} onStop={session.run.stop} />;
  if (run.ended === 'stopped') return <Plain live>{t('stopped')}</Plain>;
  if (run.ended === 'failed') {
    return (
      <div className="p-4">
        <Notice tone="fail" live>
          {t('runFailed')}
        </Notice>
      </div>
    );
  }
  if (!run.report) return <Plain>{t('noReport')}</Plain>;
  return <Located key={run.pressedAt} report={run.report} elapsedMs={elapsed} session={session} />;
}

function Running({ run, total, onStop }: { run: RunState; total: number; onStop(): void }) {
  const t = useTranslations('workbench');
  const last = run.done.at(-1);
  const text = useLocalized();
  return (
    <div className="space-y-3 p-4">
      <div role="status" className="flex items-center gap-3">
        <span className="text-sm font-semibold">{t('running', { done: run.done.length, total })}</span>
        <Button size="small" tone="danger" onClick={onStop}>
          {t('stop')}
        </Button>
        {last && <OutcomeMark outcome={last.outcome} />}
      </div>
      <ProgressBar label={t('running', { done: run.done.length, total })} value={run.done.length} max={total} />
      {run.curve && (
        <TrainingCurve label={text(run.curve.title)} values={run.curve.values} expected={run.curve.expected} />
      )}
    </div>
  );
}

function Verdict({
  session,
  queue: { pending, phase, verdict, error },
  submittedAt,
}: {
  session: WorkbenchSession;
  queue: QueueState;
  submittedAt: RefObject<number | null>;
}) {
  const t = useTranslations('workbench');
  const errorText = useErrorText();
  const online = useOnline();
  const elapsed = useElapsed(!pending && Boolean(verdict?.report), submittedAt.current);
  if (pending) {
    return (
      <div className="space-y-3 p-4" role="status" data-submission={phase}>
        {phase === 'kept' ? (
          <Notice tone="warn">
            {online ? errorText(error) : t('submission.offline')} {t('submission.kept')}
          </Notice>
        ) : (
          <p className="text-sm font-semibold">{t(`submission.${phase === 'sending' ? 'sending' : 'grading'}`)}</p>
        )}
      </div>
    );
  }
  if (error !== null) {
    return (
      <div className="p-4">
        <Notice tone="fail" live>
          {t('submission.refused')} {errorText(error)}
        </Notice>
      </div>
    );
  }
  if (!verdict?.report) return <Plain live>{t('submission.failed')}</Plain>;
  return (
    <Located
      key={verdict.id}
      report={verdict.report}
      elapsedMs={submittedAt.current === null ? null : elapsed}
      afterSolution={verdict.afterSolution}
      session={session}
      discuss={(check) => <CheckThreads submission={verdict.id} check={check.id} />}
    />
  );
}

/** A report whose places in the code lead there. */
function Located({
  session,
  ...props
}: Pick<Parameters<typeof ReportView>[0], 'report' | 'elapsedMs' | 'afterSolution' | 'discuss'> & {
  session: WorkbenchSession;
}) {
  function onLocation(location: SourceLocation) {
    showPane('code');
    // The pane must be on screen before it can take the focus.
    requestAnimationFrame(() => session.editor.get()?.goTo(location));
  }
  return <ReportView {...props} onLocation={onLocation} />;
}

/** Milliseconds from the key press until its report was painted first: a second opinion comes later. Null before. */
function useElapsed(isShown: boolean, pressedAt: number | null): number | null {
  const [shown, setShown] = useState<{ pressedAt: number; ms: number } | null>(null);
  useEffect(() => {
    if (!isShown || pressedAt === null) return;
    const frame = requestAnimationFrame(() => setShown({ pressedAt, ms: performance.now() - pressedAt }));
    return () => cancelAnimationFrame(frame);
  }, [isShown, pressedAt]);
  return shown && shown.pressedAt === pressedAt ? shown.ms : null;
}

function Plain({ children, live = false }: { children: string; live?: boolean }) {
  return (
    <p role={live ? 'status' : undefined} className="p-5 text-sm text-muted">
      {children}
    </p>
  );
}
