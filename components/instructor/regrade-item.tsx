'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Regrade, RegradePreview } from '@/contracts/regrade';
import { RegradeChanges } from './regrade-changes';

/** While some are still being graded, milliseconds. */
const POLL_MS = 2_000;

const load = async (path: string) =>
  (await api(path, { schema: async () => (await import('@/contracts/regrade')).RegradePreviewAnswerSchema })).regrade;

/** One regrade: a line that opens to what it would change, and the decision. */
export function RegradeItem({
  regrade,
  title,
  startOpen,
  onChange,
}: {
  regrade: Regrade;
  title: string;
  startOpen: boolean;
  /** It is decided, or all is graded. */
  onChange(): void;
}) {
  const t = useTranslations('instructor.regrades');
  const format = useFormatter();
  const [open, setOpen] = useState(startOpen);
  const state = regrade.decision ?? (regrade.waiting > 0 ? 'running' : 'ready');
  return (
    <li className="border-b border-line">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} data-regrade={regrade.id}>
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <span className="font-semibold">{title}</span>
          <span className="text-sm text-muted">{regrade.cohort?.name ?? t('everybody')}</span>
          <span className="text-sm text-muted">
            {format.dateTime(new Date(regrade.createdAt), { dateStyle: 'medium' })}
          </span>
          <span className="ms-auto text-sm font-semibold">{t(`state.${state}`)}</span>
        </summary>
        {open && <Preview id={regrade.id} onChange={onChange} />}
      </details>
    </li>
  );
}

function Preview({ id, onChange }: { id: string; onChange(): void }) {
  const t = useTranslations('instructor.regrades');
  const errorText = useErrorText();
  const { data: regrade, error, reload } = useFetched(`/api/regrades/${id}`, load);
  const isWaiting = regrade !== null && regrade.decision === null && regrade.waiting > 0;

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [isWaiting, reload]);

  const wasWaiting = useRef(false);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) tell();
    wasWaiting.current = isWaiting;
  }, [isWaiting]);

  if (regrade === null) {
    return <div className="min-h-24 pb-5">{error !== null && <Notice tone="fail">{errorText(error)}</Notice>}</div>;
  }
  const done = regrade.total - regrade.waiting;
  return (
    <div className="space-y-4 pb-6">
      <p className="text-sm">
        <span className="text-muted">{t('reason')}: </span>
        {regrade.reason}
      </p>
      {isWaiting && (
        <div className="space-y-2" role="status">
          <span className="text-sm font-semibold">{t('progress', { done, total: regrade.total })}</span>
          <ProgressBar label={t('progress', { done, total: regrade.total })} value={done} max={regrade.total} />
        </div>
      )}
      <p className="text-sm">{summaryOf(regrade, t)}</p>
      {regrade.isOutdated && regrade.decision === null && <Notice tone="warn">{t('isOutdated')}</Notice>}
      {regrade.failed > 0 && <Notice tone="warn">{t('failed', { count: regrade.failed })}</Notice>}
      <RegradeChanges regrade={regrade} />
      {regrade.decision === null ? (
        <Decision
          regrade={regrade}
          onChange={() => {
            reload();
            onChange();
          }}
        />
      ) : (
        <p className="text-sm text-muted">{t(`by.${regrade.decision}`, { name: regrade.decidedBy ?? '—' })}</p>
      )}
    </div>
  );
}

function summaryOf(
  { total, changed, nowPass, nowFail }: RegradePreview,
  t: ReturnType<typeof useTranslations<'instructor.regrades'>>,
): string {
  return changed === 0 ? t('noChange', { total }) : t('summary', { total, changed, nowPass, nowFail });
}

function Decision({ regrade, onChange }: { regrade: RegradePreview; onChange(): void }) {
  const t = useTranslations('instructor.regrades');
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'accept' | 'discard' | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function decide(decision: 'accept' | 'discard') {
    setAsking(null);
    try {
      await api(`/api/regrades/${regrade.id}`, {
        method: 'POST',
        body: { decision },
        schema: async () => (await import('@/contracts/regrade')).RegradeAnswerSchema,
      });
      setError(null);
    } catch (cause) {
      setError(cause);
    }
    onChange();
  }

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" disabled={regrade.waiting > 0 || regrade.isOutdated} onClick={() => setAsking('accept')}>
          {t('accept')}
        </Button>
        <Button tone="danger" onClick={() => setAsking('discard')}>
          {t('discard')}
        </Button>
      </div>
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      )}
      <Dialog
        role="alertdialog"
        title={asking === 'discard' ? t('discard') : t('accept')}
        isOpen={asking !== null}
        onOpenChange={(isOpen) => !isOpen && setAsking(null)}
      >
        {(close) => (
          <>
            <p className="text-sm">
              {asking === 'discard' ? t('discardText') : t('acceptText', { changed: regrade.changed })}
            </p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone={asking === 'discard' ? 'danger' : 'primary'} onClick={() => asking && decide(asking)}>
                {asking === 'discard' ? t('discard') : t('accept')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </div>
  );
}
