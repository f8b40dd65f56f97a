'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { api } from '@/components/session/api';
import { withAccount } from '@/components/session/first-save';
import { refreshMe } from '@/components/session/me-store';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type HelpInput, type HelpState, HelpStateSchema } from '@/contracts/learning';
import type { LoadHelpTexts } from '../frame';
import type { WorkbenchExercise } from '../workbench-session';
import { HelpProse } from './help-prose';
import { SolutionSection } from './solution-section';

interface Help {
  state: HelpState;
  texts: Awaited<ReturnType<LoadHelpTexts>>;
}

/** Hints, opened one at a time, and the way to the solution. */
export function HintsPanel({ exercise, loadHelpTexts }: { exercise: WorkbenchExercise; loadHelpTexts: LoadHelpTexts }) {
  const t = useTranslations('workbench');
  const locale = useLocale();
  const errorText = useErrorText();
  const { me } = useMe();
  const passed = me?.exercises[exercise.id]?.state ?? 'none';
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { data, error, reload } = useFetched<Help>(`${exercise.id}:${passed}`, async () => {
    const [state, texts] = await Promise.all([
      api(`/api/help?exercise=${encodeURIComponent(exercise.id)}`, { schema: HelpStateSchema }),
      loadHelpTexts(exercise.id, locale),
    ]);
    return { state, texts };
  });

  async function ask(wish: { action: 'open-hint'; hint: number } | { action: 'give-up' }) {
    setBusy(true);
    setFailure(null);
    try {
      const body: HelpInput = { exercise: exercise.id, ...wish };
      await withAccount(() => api('/api/help', { method: 'POST', body, schema: HelpStateSchema }));
      reload();
      if (wish.action === 'give-up') void refreshMe();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setBusy(false);
    }
  }

  const problem = failure ?? error;
  return (
    <div>
      <h2 className="mb-1 text-lg font-bold">{t('hints.title')}</h2>
      <p className="mb-4 text-sm text-muted">
        {data ? t('hints.opened', { opened: data.state.hintsOpened, total: exercise.hints }) : t('loading')}
      </p>
      {problem !== null && (
        <Notice tone="fail" live>
          {errorText(problem)}{' '}
          <Button size="small" tone="plain" onClick={reload}>
            {t('again')}
          </Button>
        </Notice>
      )}
      {data && (
        <>
          <ol className="space-y-5">
            {data.texts.hints.slice(0, data.state.hintsOpened).map((hint, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hints have a fixed order
              <Hint key={at} number={at + 1}>
                {hint}
              </Hint>
            ))}
          </ol>
          {data.state.hintsOpened < exercise.hints && (
            <OpenNext
              number={data.state.hintsOpened + 1}
              busy={busy}
              onOpen={(hint) => ask({ action: 'open-hint', hint })}
            />
          )}
          <SolutionSection
            exercise={exercise}
            help={data.state}
            explanation={data.texts.explanation}
            busy={busy}
            onGiveUp={() => ask({ action: 'give-up' })}
          />
        </>
      )}
    </div>
  );
}

function Hint({ number, children }: { number: number; children: ReactNode }) {
  const t = useTranslations('workbench');
  return (
    <li className="rounded-md border border-line bg-raised p-4" data-hint={number}>
      <p className="mb-2 text-xs font-semibold text-accent">{t('hints.number', { number })}</p>
      <HelpProse>{children}</HelpProse>
    </li>
  );
}

function OpenNext({ number, busy, onOpen }: { number: number; busy: boolean; onOpen(hint: number): void }) {
  const t = useTranslations('workbench');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button className="mt-5" disabled={busy} onClick={() => setAsking(true)}>
        {t('hints.open', { number })}
      </Button>
      <Dialog title={t('hints.confirmTitle', { number })} isOpen={asking} onOpenChange={setAsking} role="alertdialog">
        {(close) => (
          <>
            <p className="text-sm">{t('hints.confirmText')}</p>
            <div className="mt-5 flex justify-end gap-2">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  close();
                  onOpen(number);
                }}
              >
                {t('hints.open', { number })}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
