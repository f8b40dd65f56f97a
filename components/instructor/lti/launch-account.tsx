'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { LaunchAccountSchema } from '@/contracts/lti';

/** Asks who is signed in whether they are the one who comes from a learning platform. */
export function LaunchAccount() {
  const t = useTranslations('instructor.lti');
  const errorText = useErrorText();
  const [asked, setAsked] = useState<z.infer<typeof LaunchAccountSchema> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    api(`/api/lti/account?${new URLSearchParams({ launch: launchOfPage() })}`, {
      schema: async () => (await import('@/contracts/lti')).LaunchAccountSchema,
    }).then(setAsked, setError);
  }, []);

  async function answer(link: boolean) {
    setIsBusy(true);
    try {
      const { to } = await api('/api/lti/account', {
        method: 'POST',
        body: { launch: launchOfPage(), link },
        schema: async () => (await import('@/contracts/lti')).LaunchedSchema,
      });
      // A full load, so that nothing that was read as somebody else stays in the page.
      window.location.assign(to);
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  if (error !== null) {
    const isGone = error instanceof ApiError && ['not-found', 'invalid-input'].includes(error.code);
    return (
      <div className="mt-8">
        <Notice tone="fail" live>
          {isGone ? t('launchGone') : errorText(error)}
        </Notice>
      </div>
    );
  }
  if (asked === null) return <div className="min-h-dvh" aria-busy />;
  const { platform, name, viewer } = asked;
  return (
    <>
      <p className="mt-6">
        {name === null ? t('accountTextNameless', { platform, viewer }) : t('accountText', { platform, name, viewer })}
      </p>
      <p className="mt-3 text-sm text-muted">{t('accountWarning', { platform, viewer })}</p>
      <div className="mt-6 flex flex-col items-stretch gap-3">
        <Button tone="primary" disabled={isBusy} onClick={() => answer(true)}>
          {t('linkAccount', { viewer })}
        </Button>
        <Button disabled={isBusy} onClick={() => answer(false)}>
          {t('newAccount')}
        </Button>
      </div>
    </>
  );
}

const launchOfPage = (): string => new URLSearchParams(window.location.search).get('launch') ?? '';
