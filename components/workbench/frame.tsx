'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { MonacoAssets } from './monaco/assets';
import { PaneTabs } from './pane-tabs';
import { Splitter } from './splitter';
import { type Reading, showPane, showReading, viewStore } from './view-store';
import type { WorkbenchExercise } from './workbench-session';

const loadWorkbench = () => import('./workbench').then(({ Workbench }) => Workbench);
// Under way while the page is hydrated. A failure shows when the part is drawn.
if (typeof window !== 'undefined') loadWorkbench().catch(() => {});

const HintsPanel = lazy(() => import('./help/hints-panel').then(({ HintsPanel }) => ({ default: HintsPanel })));
const TrainingPanel = lazy(() =>
  import('./training/training-panel').then(({ TrainingPanel }) => ({ default: TrainingPanel })),
);
const HistoryPanel = lazy(() =>
  import('./history/history-panel').then(({ HistoryPanel }) => ({ default: HistoryPanel })),
);

/** Gives the hints that are open, and the explanation if it is: rendered on the server, by `app/`. */
export type LoadHelpTexts = (
  exercise: string,
  locale: string,
) => Promise<{ hints: ReactNode[]; explanation: ReactNode }>;

const onServer = viewStore.get();
const panelId = (id: string) => `workbench-${id}`;

/**
 * The exercise page: what to read on the left, editor over report on the right, or one of them at a time on a narrow
 * screen. The prompt comes as HTML and is there before any script; everything else is fetched after it.
 */
export function WorkbenchFrame({
  exercise,
  assets,
  prompt,
  loadHelpTexts,
}: {
  exercise: WorkbenchExercise;
  assets: MonacoAssets;
  prompt: ReactNode;
  loadHelpTexts: LoadHelpTexts;
}) {
  const t = useTranslations('workbench');
  const view = useSyncExternalStore(viewStore.subscribe, viewStore.get, () => onServer);
  useEffect(() => {
    if (new URLSearchParams(location.search).has('submission')) showReading('history');
  }, []);
  return (
    <div
      data-pane={view.pane}
      className="group/wb flex min-h-0 flex-1 flex-col lg:grid lg:h-[calc(100dvh-3.5625rem)] lg:flex-none lg:grid-cols-[var(--split-x,40%)_0.625rem_minmax(0,1fr)] lg:border-b lg:border-line"
    >
      <PaneTabs
        className="sticky top-0 z-20 lg:hidden"
        label={t('panes')}
        tabs={(['prompt', 'code', 'report'] as const).map((id) => ({ id, label: t(`pane.${id}`) }))}
        selected={view.pane}
        controls={(id) => panelId(id)}
        onSelect={showPane}
      />
      <section
        id={panelId('prompt')}
        aria-label={t('pane.prompt')}
        className="hidden min-h-0 flex-col group-data-[pane=prompt]/wb:flex lg:flex"
      >
        <PaneTabs
          label={t('readings')}
          tabs={readingsOf(exercise).map((id) => ({ id, label: t(`reading.${id}`) }))}
          selected={view.reading}
          controls={(id) => panelId(`reading-${id}`)}
          onSelect={showReading}
        />
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <ReadingPanel id="prompt" shown={view.reading === 'prompt'}>
            {prompt}
          </ReadingPanel>
          <ReadingPanel id="hints" shown={view.reading === 'hints'}>
            <Later panel={HintsPanel} props={{ exercise, loadHelpTexts }} />
          </ReadingPanel>
          {exercise.trains && (
            <ReadingPanel id="train" shown={view.reading === 'train'}>
              <Later panel={TrainingPanel} props={{ exercise }} />
            </ReadingPanel>
          )}
          <ReadingPanel id="history" shown={view.reading === 'history'}>
            <Later panel={HistoryPanel} props={{ exercise, assets }} />
          </ReadingPanel>
        </div>
      </section>
      <Splitter name="--split-x" label={t('resizeColumns')} start={40} vertical />
      <div className="hidden min-h-0 min-w-0 flex-1 flex-col group-data-[pane=code]/wb:flex group-data-[pane=report]/wb:flex lg:flex">
        <LaterWorkbench {...{ exercise, assets }} />
      </div>
    </div>
  );
}

const readingsOf = ({ trains }: WorkbenchExercise): Reading[] => [
  'prompt',
  'hints',
  ...(trains ? (['train'] as const) : []),
  'history',
];

function ReadingPanel({ id, shown, children }: { id: string; shown: boolean; children: ReactNode }) {
  return (
    <div
      role="tabpanel"
      id={panelId(`reading-${id}`)}
      aria-labelledby={`${panelId(`reading-${id}`)}-tab`}
      hidden={!shown}
      className="px-5 py-6 sm:px-7"
    >
      {(shown || id === 'prompt') && children}
    </div>
  );
}

/** Without Suspense: React would hold it back for 300 ms after its placeholder was drawn. */
function LaterWorkbench(props: { exercise: WorkbenchExercise; assets: MonacoAssets }) {
  const [loaded, setLoaded] = useState<{ Workbench: ComponentType<typeof props> } | { error: unknown } | null>(null);
  useEffect(() => {
    loadWorkbench().then(
      (Workbench) => setLoaded({ Workbench }),
      (error: unknown) => setLoaded({ error }),
    );
  }, []);
  if (loaded === null) return <Waiting />;
  if ('error' in loaded) throw loaded.error;
  return <loaded.Workbench {...props} />;
}

function Waiting() {
  const t = useTranslations('workbench');
  return (
    <p role="status" className="p-5 text-sm text-muted">
      {t('loading')}
    </p>
  );
}

/** A part that is fetched only in the browser, after the page is readable. */
function Later<Props extends object>({ panel: Panel, props }: { panel: ComponentType<Props>; props: Props }) {
  const [inBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return inBrowser ? (
    <Suspense fallback={<Waiting />}>
      <Panel {...props} />
    </Suspense>
  ) : (
    <Waiting />
  );
}
