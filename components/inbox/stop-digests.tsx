'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError, api, nothing } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** What the link at the end of a digest opens: it works without signing in, and only at a press, since scanners open links. */
export function StopDigests() {
  const t = useTranslations('inbox.unsubscribe');
  const errorText = useErrorText();
  const [state, setState] = useState<'asks' | 'done' | 'wrong'>('asks');
  const [problem, setProblem] = useState<unknown>(null);

  async function stop() {
    setProblem(null);
    try {
      await api(`/api/notifications/unsubscribe${location.search}`, {
        method: 'POST',
        schema: nothing,
      });
      setState('done');
    } catch (error) {
      const isWrong = error instanceof ApiError && ['not-found', 'invalid-input'].includes(error.code);
      if (isWrong) setState('wrong');
      else setProblem(error);
    }
  }

  return (
    <div className="mt-6 grid gap-4">
      {state === 'asks' && (
        <>
          <p>{t('ask')}</p>
          <div>
            <Button tone="primary" onClick={stop}>
              {t('do')}
            </Button>
          </div>
        </>
      )}
      {state === 'done' && (
        <Notice tone="pass" live>
          {t('done')}
        </Notice>
      )}
      {state === 'wrong' && (
        <Notice tone="fail" live>
          {t('wrong')}
        </Notice>
      )}
      {problem !== null && (
        <Notice tone="fail" live>
          {errorText(problem)}
        </Notice>
      )}
    </div>
  );
}
