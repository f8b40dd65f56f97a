'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Sign-in with the configured OpenID provider. It comes back to the merge page, which passes on whoever was no guest. */
export function ProviderButton({ provider }: { provider: string }) {
  const t = useTranslations('account.signIn');
  const locale = useLocale();
  const errorText = useErrorText();
  const [trouble, setTrouble] = useState<string | null>(null);

  // better-auth comes back with the reason in the address; the page itself is static.
  useEffect(() => {
    const reason = new URLSearchParams(window.location.search).get('error');
    if (reason === 'account_not_linked') setTrouble(t('notLinked'));
    else if (reason !== null) setTrouble(t('providerFailed', { provider }));
  }, [t, provider]);

  async function start() {
    const back = `/${locale}/sign-in/merge`;
    try {
      const { url } = await api('/api/auth/sign-in/social', {
        method: 'POST',
        body: {
          provider: 'oidc',
          callbackURL: back,
          newUserCallbackURL: `${back}?new`,
          errorCallbackURL: `/${locale}/sign-in`,
          disableRedirect: true,
        },
        schema: async () => (await import('@/contracts/account')).RedirectSchema,
      });
      window.location.assign(url);
    } catch (error) {
      setTrouble(errorText(error));
    }
  }

  return (
    <div className="mt-6 flex flex-col gap-4">
      <p className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <Button onClick={start} className="w-full">
        {t('with', { provider })}
      </Button>
      {trouble !== null && (
        <Notice tone="fail" live>
          {trouble}
        </Notice>
      )}
    </div>
  );
}
