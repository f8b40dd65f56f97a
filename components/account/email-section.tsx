'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { nothing } from '@/components/session/api';
import { refreshMe } from '@/components/session/me-store';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { AccountOverview } from '@/contracts/account';
import type { Viewer } from '@/contracts/learning';
import { askAccount } from './account-api';
import { CurrentPasswordField, EmailField } from './account-fields';
import { AccountForm } from './account-form';
import { checkCurrent, checkEmail, text } from './field-problems';
import { SettingsSection } from './settings-section';
import { useAccountForm } from './use-account-form';

export function EmailSection({
  account,
  viewer,
  refresh,
}: {
  account: AccountOverview;
  viewer: Viewer;
  refresh(): void;
}) {
  const t = useTranslations('account.settings.email');
  return (
    <SettingsSection
      title={t('title')}
      intro={
        <>
          <p>
            {t('current', { email: viewer.email ?? '' })}{' '}
            <strong className={viewer.emailVerified ? 'text-pass' : 'text-warn'}>
              {viewer.emailVerified ? t('verified') : t('unverified')}
            </strong>
          </p>
          {!viewer.emailVerified && (account.mail ? <ResendButton /> : <p className="mt-1">{t('noMail')}</p>)}
        </>
      }
    >
      {account.hasPassword ? <EmailForm refresh={refresh} /> : <Notice>{t('needsPassword')}</Notice>}
    </SettingsSection>
  );
}

function EmailForm({ refresh }: { refresh(): void }) {
  const t = useTranslations('account.settings.email');
  const locale = useLocale();
  const [state, setState] = useState<'changed' | 'mail-sent' | null>(null);
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => ({ ...checkEmail(fields), ...checkCurrent(fields) }),
    send: (fields) =>
      askAccount('/email', {
        method: 'PUT',
        body: { email: text(fields, 'email'), password: text(fields, 'current'), locale },
        schema: async () => (await import('@/contracts/account')).EmailChangedSchema,
      }),
    done: (answer, form) => {
      setState(answer.state);
      form.reset();
      refresh();
      void refreshMe();
    },
  });
  return (
    <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('submit')} tone="quiet">
      <EmailField error={trouble.fields.email} label={t('new')} autoComplete="email" />
      <CurrentPasswordField error={trouble.fields.current} />
      {state !== null && (
        <Notice tone="pass" live>
          {state === 'changed' ? t('changed') : t('mailSent')}
        </Notice>
      )}
    </AccountForm>
  );
}

function ResendButton() {
  const t = useTranslations('account.settings.email');
  const locale = useLocale();
  const errorText = useErrorText();
  async function resend() {
    try {
      await askAccount('/email/verification', { method: 'POST', body: { locale }, schema: nothing });
      showToast(t('resent'));
    } catch (error) {
      showToast(errorText(error));
    }
  }
  return (
    <Button size="small" className="mt-3" onClick={resend}>
      {t('resend')}
    </Button>
  );
}
