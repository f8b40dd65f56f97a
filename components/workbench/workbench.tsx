'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DraftState } from '@/components/session/draft-machine';
import { keepText } from '@/components/session/kept-texts';
import type { Locale } from '@/grading/localized';
import { CodePane } from './code-pane';
import type { MonacoAssets } from './monaco/assets';
import { ReportPane } from './report-pane';
import { Splitter } from './splitter';
import { useRunKeys } from './use-run-keys';
import { viewStore } from './view-store';
import { replaceText, type WorkbenchExercise, workbenchSession } from './workbench-session';

/** Editor and report of one exercise, and all that makes them work. */
export function Workbench({ exercise, assets }: { exercise: WorkbenchExercise; assets: MonacoAssets }) {
  const t = useTranslations('workbench');
  const locale = useLocale() as Locale;
  const session = useMemo(() => workbenchSession(exercise), [exercise]);
  const { draft, editor, queue, run } = session;
  const draftState: DraftState = useSyncExternalStore(draft.store.subscribe, draft.store.get);
  const submittedAt = useRef<number | null>(null);
  const [reportShown, setReportShown] = useState<'run' | 'verdict'>('run');

  useEffect(() => {
    // The editor comes first: the runner's warm-up would take the processor from it.
    const warmUp = () => editor.get() && run.warmUp();
    const stops = [draft.start(), queue.start(), editor.subscribe(warmUp)];
    warmUp();
    return () => {
      for (const stop of stops) stop();
      run.stop();
    };
  }, [draft, editor, queue, run]);

  useEffect(
    () =>
      queue.store.subscribe(() => {
        if (queue.store.get().verdict) setReportShown('verdict');
      }),
    [queue],
  );

  function onRun(pressedAt: number) {
    setReportShown('run');
    viewStore.set({ ...viewStore.get(), pane: 'report' });
    run.run(draft.store.get().text, pressedAt);
  }

  function onSubmit(pressedAt: number) {
    const source = draft.store.get().text;
    const { report, source: ranSource } = run.store.get();
    submittedAt.current = pressedAt;
    setReportShown('verdict');
    viewStore.set({ ...viewStore.get(), pane: 'report' });
    queue.submit({
      exercise: exercise.id,
      source,
      locale,
      ...(report && ranSource === source && !report.problem
        ? {
            page: {
              backend: report.device.backend,
              passedChecks: report.checks.flatMap(({ id, outcome }) => (outcome === 'passed' ? [id] : [])),
              failedChecks: report.checks.flatMap(({ id, outcome }) => (outcome === 'passed' ? [] : [id])),
            },
          }
        : {}),
    });
  }

  function onReset() {
    keepText(exercise.id, draft.store.get().text, 'reset');
    replaceText(session, exercise.starter);
    session.editor.get()?.focus();
  }

  useRunKeys({ onRun, onSubmit });

  return (
    <div className="flex min-h-0 flex-1 flex-col lg:grid lg:h-full lg:grid-rows-[var(--split-y,58%)_0.625rem_minmax(0,1fr)]">
      <CodePane
        session={session}
        assets={assets}
        draft={draftState}
        onRun={onRun}
        onSubmit={onSubmit}
        onReset={onReset}
      />
      <Splitter name="--split-y" label={t('resizeRows')} start={58} vertical={false} />
      <ReportPane session={session} shown={reportShown} onShow={setReportShown} submittedAt={submittedAt} />
    </div>
  );
}
