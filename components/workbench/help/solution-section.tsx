'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type HelpState, SolutionSchema } from '@/contracts/learning';
import { SourceBlock } from '../source-block';
import type { WorkbenchExercise } from '../workbench-session';
import { HelpProse } from './help-prose';

/** The reference solution when it is open, else why it is not and what opens it. */
export function SolutionSection({
  exercise,
  help,
  explanation,
  busy,
  onGiveUp,
}: {
  exercise: WorkbenchExercise;
  help: HelpState;
  explanation: ReactNode;
  busy: boolean;
  onGiveUp(): void;
}) {
  const t = useTranslations('workbench');
  const format = useFormatter();
  const [asking, setAsking] = useState(false);
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="mt-10 border-t border-line pt-6">
      <h2 id={headingId} className="mb-2 text-lg font-bold">
        {t('solution.title')}
      </h2>
      {help.solution === 'open' ? (
        <OpenSolution exercise={exercise} gaveUp={help.gaveUp} explanation={explanation} />
      ) : (
        <p className="text-sm text-muted">
          {help.solution !== 'after-due' || help.due === undefined
            ? t(`solution.${help.solution}`)
            : t('solution.opensAt', {
                time: format.dateTime(new Date(help.due), { dateStyle: 'long', timeStyle: 'short' }),
              })}
        </p>
      )}
      {help.solution !== 'open' && help.canGiveUp && (
        <Button className="mt-4" tone="danger" disabled={busy} onClick={() => setAsking(true)}>
          {t('solution.giveUp')}
        </Button>
      )}
      <Dialog title={t('solution.giveUpTitle')} isOpen={asking} onOpenChange={setAsking} role="alertdialog">
        {(close) => (
          <>
            <p className="text-sm">{t('solution.giveUpText')}</p>
            <div className="mt-5 flex justify-end gap-2">
              <Button onClick={close}>{t('solution.keepTrying')}</Button>
              <Button
                tone="danger"
                onClick={() => {
                  close();
                  onGiveUp();
                }}
              >
                {t('solution.giveUp')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </section>
  );
}

/** Reading it before a pass counts, so it is asked for only when the reader opens it. */
function OpenSolution({
  exercise,
  gaveUp,
  explanation,
}: {
  exercise: WorkbenchExercise;
  gaveUp: boolean;
  explanation: ReactNode;
}) {
  const t = useTranslations('workbench');
  const errorText = useErrorText();
  const [shown, setShown] = useState(false);
  const { data, error, loading } = useFetched(shown ? exercise.id : null, (id) =>
    api(`/api/solutions?exercise=${encodeURIComponent(id)}`, { schema: SolutionSchema }),
  );
  if (!shown) {
    return (
      <>
        <p className="text-sm text-muted">{gaveUp ? t('solution.openAfterGivingUp') : t('solution.open')}</p>
        <Button className="mt-3" onClick={() => setShown(true)}>
          {t('solution.show')}
        </Button>
      </>
    );
  }
  return (
    <>
      {explanation && <HelpProse>{explanation}</HelpProse>}
      {loading && <p className="text-sm text-muted">{t('loading')}</p>}
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      )}
      {data && <SourceBlock source={data.source} />}
    </>
  );
}
