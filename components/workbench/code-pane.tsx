'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { DraftState } from '@/components/session/draft-machine';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { CodeEditor } from './code-editor';
import { DraftNotices } from './draft-notices';
import { DraftStatusLine } from './draft-status-line';
import type { EditorPort } from './editor-port';
import type { MonacoAssets } from './monaco/assets';
import { PlainEditor } from './plain-editor';
import { useMarks } from './report/use-marks';
import { useEditorMode } from './use-editor-mode';
import type { WorkbenchSession } from './workbench-session';

/** Toolbar and editor. */
export function CodePane({
  session,
  assets,
  draft,
  onRun,
  onSubmit,
  onReset,
}: {
  session: WorkbenchSession;
  assets: MonacoAssets;
  draft: DraftState;
  onRun(pressedAt: number): void;
  onSubmit(pressedAt: number): void;
  onReset(): void;
}) {
  const t = useTranslations('workbench');
  const [mode, setMode] = useEditorMode();
  const [failed, setFailed] = useState(false);
  const plain = mode === 'plain' || failed;
  const onReady = useCallback((port: EditorPort | null) => session.editor.set(port), [session]);
  const marks = useMarks(session, draft.text);
  const label = t('editorLabel', { exercise: session.exercise.id });
  const common = { label, text: draft.text, marks, onEdit: session.draft.edit, onReady };
  const { usesLayers } = session.exercise;
  return (
    <section
      id="workbench-code"
      aria-label={t('pane.code')}
      className="hidden min-h-0 min-w-0 flex-1 flex-col group-data-[pane=code]/wb:flex lg:flex"
    >
      <Toolbar
        session={session}
        draft={draft}
        plain={plain}
        onPlain={(next) => {
          setFailed(false);
          setMode(next ? 'plain' : 'rich');
        }}
        onRun={onRun}
        onSubmit={onSubmit}
        onReset={onReset}
      />
      <DraftNotices session={session} draft={draft} />
      {failed && (
        <Notice tone="warn" live>
          {t('editorFailed')}
        </Notice>
      )}
      <div className="relative min-h-[55dvh] flex-1 lg:min-h-0">
        <div className="absolute inset-0">
          {plain ? (
            <PlainEditor {...common} />
          ) : (
            <CodeEditor
              {...common}
              assets={assets}
              usesLayers={usesLayers}
              path={`${session.exercise.id}.ts`}
              onFailed={() => setFailed(true)}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function Toolbar({
  session: { run, queue },
  draft,
  plain,
  onPlain,
  onRun,
  onSubmit,
  onReset,
}: {
  session: WorkbenchSession;
  draft: DraftState;
  plain: boolean;
  onPlain(plain: boolean): void;
  onRun(pressedAt: number): void;
  onSubmit(pressedAt: number): void;
  onReset(): void;
}) {
  const t = useTranslations('workbench');
  const [resetting, setResetting] = useState(false);
  const running = useSyncExternalStore(run.store.subscribe, () => run.store.get().phase === 'running');
  const submitting = useSyncExternalStore(queue.store.subscribe, () => queue.store.get().pending !== null);
  const key = useMemo(() => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'), []);
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 max-lg:sticky max-lg:top-10 max-lg:z-10 max-lg:bg-paper"
    >
      {running ? (
        <Button tone="danger" size="small" onClick={run.stop}>
          {t('stop')}
        </Button>
      ) : (
        <Button
          tone="quiet"
          size="small"
          onClick={({ timeStamp }) => onRun(timeStamp)}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={`${key}+Enter`}
        >
          {t('run')}
        </Button>
      )}
      <Button
        tone="primary"
        size="small"
        disabled={submitting}
        onClick={({ timeStamp }) => onSubmit(timeStamp)}
        aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
        title={`${key}+Shift+Enter`}
      >
        {submitting ? t('submitting') : t('submit')}
      </Button>
      <DraftStatusLine draft={draft} />
      <div className="ms-auto flex items-center">
        <Button tone="plain" size="small" aria-pressed={plain} onClick={() => onPlain(!plain)}>
          {plain ? t('richEditor') : t('plainEditor')}
        </Button>
        <Button tone="plain" size="small" onClick={() => setResetting(true)}>
          {t('reset')}
        </Button>
      </div>
      <Dialog title={t('resetTitle')} isOpen={resetting} onOpenChange={setResetting} role="alertdialog">
        {(close) => (
          <>
            <p className="text-sm">{t('resetText')}</p>
            <div className="mt-5 flex justify-end gap-2">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  close();
                  onReset();
                }}
              >
                {t('reset')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </div>
  );
}
