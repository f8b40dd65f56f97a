'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { ApiError, api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useRouter } from '@/i18n/navigation';

/** The button that takes an invitation up; who has no account as yet is shown the way to one and back. */
export function TakeInvitation({ token }: { token: string }) {
  const t = useTranslations('team');
  const errorText = useErrorText();
  const router = useRouter();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function take() {
    setIsBusy(true);
    setTrouble(null);
    try {
      await api('/api/invitations', {
        method: 'POST',
        body: { token },
        schema: async () => (await import('@/contracts/team')).JoinedSchema,
        // Once more by the same person is the same.
        retries: 1,
      });
      router.push('/team');
    } catch (error) {
      setTrouble(error);
      setIsBusy(false);
    }
  }

  const isGone = trouble instanceof ApiError && ['conflict', 'not-found'].includes(trouble.code);
  return (
    <MembersGate text={t('join.signInFirst')}>
      {(viewer) => (
        <div className="mt-6 max-w-measure">
          <p className="text-sm text-muted">{t('invitation.account', { name: viewer.name })}</p>
          <Button tone="primary" className="mt-4" onClick={take} disabled={isBusy}>
            {t('join.do')}
          </Button>
          {trouble !== null && (
            <div className="mt-4">
              <Notice tone="fail" live>
                {isGone ? t('invitation.used') : errorText(trouble)}
              </Notice>
            </div>
          )}
        </div>
      )}
    </MembersGate>
  );
}
