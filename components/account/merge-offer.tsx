'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { GuestWork } from '@/contracts/account';
import { goOn } from './next-page';

type Step =
  | { name: 'loading' | 'working' }
  | { name: 'offer'; work: GuestWork }
  | { name: 'merged'; conflicts: number }
  | { name: 'failed'; error: unknown };

const PARTS = ['exercises', 'submissions', 'lessons', 'quickChecks'] as const;

function answerOffer(accept: boolean) {
  return api('/api/account/merge', {
    method: 'POST',
    body: { accept },
    schema: async () => (await import('@/contracts/account')).MergedSchema,
  });
}

function readOffer() {
  return api('/api/account/merge', { schema: async () => (await import('@/contracts/account')).MergeOfferSchema });
}

/** Asks who has just signed in whether their guest's work comes along. A new account (`?new`) takes it unasked. */
export function MergeOffer() {
  const t = useTranslations('account.merge');
  const home = `/${useLocale()}`;
  const errorText = useErrorText();
  const [step, setStep] = useState<Step>({ name: 'loading' });

  const answer = useCallback(
    async (accept: boolean) => {
      setStep({ name: 'working' });
      try {
        const { conflicts } = await answerOffer(accept);
        if (conflicts > 0) setStep({ name: 'merged', conflicts });
        else goOn(home);
      } catch (error) {
        setStep({ name: 'failed', error });
      }
    },
    [home],
  );

  useEffect(() => {
    readOffer().then(
      ({ offer }) => {
        if (offer === null) goOn(home);
        else if (new URLSearchParams(window.location.search).has('new')) void answer(true);
        else setStep({ name: 'offer', work: offer });
      },
      (error: unknown) => {
        if (error instanceof ApiError && error.code === 'not-signed-in') window.location.assign(`${home}/sign-in`);
        else setStep({ name: 'failed', error });
      },
    );
  }, [answer, home]);

  if (step.name === 'failed') return <Notice tone="fail">{errorText(step.error)}</Notice>;
  if (step.name === 'merged') {
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="pass" live>
          {t('done')} {t('conflicts', { count: step.conflicts })}
        </Notice>
        <Button tone="primary" onClick={() => goOn(home)}>
          {t('continue')}
        </Button>
      </div>
    );
  }
  if (step.name !== 'offer') return <p className="min-h-64 text-muted">{step.name === 'working' && t('working')}</p>;
  return (
    <div className="flex flex-col gap-5">
      <p>{t('intro')}</p>
      <ul className="list-disc pl-5">
        {PARTS.filter((part) => step.work[part] > 0).map((part) => (
          <li key={part}>{t(part, { count: step.work[part] })}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('explain')}</p>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" onClick={() => answer(true)}>
          {t('accept')}
        </Button>
        <Button onClick={() => answer(false)}>{t('decline')}</Button>
      </div>
      <p className="text-xs text-muted">{t('declineNote')}</p>
    </div>
  );
}
