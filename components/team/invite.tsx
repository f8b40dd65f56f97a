'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';

/** A code to tell and a link to send. `renew` makes a new code, where the reader may. */
export function Invite({
  code,
  text,
  renew,
  onRenewed,
}: {
  code: string;
  text: string;
  renew?(): Promise<unknown>;
  onRenewed?(): void;
}) {
  const t = useTranslations('team');
  const locale = useLocale();
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);

  async function copy() {
    const link = `${window.location.origin}/${locale}/join/${code}`;
    try {
      await navigator.clipboard.writeText(link);
      showToast(t('invite.copied'));
    } catch {
      showToast(t('invite.copyFailed', { link }));
    }
  }

  async function makeNew() {
    setIsAsking(false);
    try {
      await renew?.();
      showToast(t('invite.renewed'));
      onRenewed?.();
    } catch (cause) {
      showToast(errorText(cause));
    }
  }

  return (
    <div>
      <p className="text-sm text-muted">{text}</p>
      <p className="mt-2 font-mono text-xl font-semibold tracking-widest" data-join-code={code}>
        <span className="sr-only">{t('invite.code')}: </span>
        {code.slice(0, 4)}-{code.slice(4)}
      </p>
      <p className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={copy}>
          {t('invite.copyLink')}
        </Button>
        {renew !== undefined && (
          <Button size="small" tone="plain" onClick={() => setIsAsking(true)}>
            {t('invite.renew')}
          </Button>
        )}
      </p>
      <Dialog role="alertdialog" title={t('invite.renew')} isOpen={isAsking} onOpenChange={setIsAsking}>
        {(close) => (
          <>
            <p className="text-sm">{t('invite.renewText')}</p>
            <div className="mt-5 flex justify-end gap-3">
              <Button onClick={close}>{t('cancel')}</Button>
              <Button tone="primary" onClick={makeNew}>
                {t('invite.renew')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </div>
  );
}
