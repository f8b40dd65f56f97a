'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { nothing } from '@/components/session/api';
import { Notice } from '@/components/ui/notice';
import { askAccount } from './account-api';
import { CurrentPasswordField, NewPasswordField } from './account-fields';
import { AccountForm } from './account-form';
import { checkCurrent, checkNewPassword, text } from './field-problems';
import { SettingsSection } from './settings-section';
import { useAccountForm } from './use-account-form';

/** Changes the password; or sets the first one, for who came by a link or a provider. */
export function PasswordSection({ hasPassword, refresh }: { hasPassword: boolean; refresh(): void }) {
  const t = useTranslations('account.settings.password');
  // The browser looked for the address's `#password` before this section was there.
  useEffect(() => {
    if (window.location.hash === '#password') document.getElementById('password')?.scrollIntoView();
  }, []);
  const [notice, setNotice] = useState<'changed' | 'set' | null>(null);
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => ({ ...(hasPassword ? checkCurrent(fields) : {}), ...checkNewPassword(fields) }),
    send: (fields) =>
      askAccount('/password', {
        method: hasPassword ? 'PUT' : 'POST',
        body: { ...(hasPassword ? { current: text(fields, 'current') } : {}), next: text(fields, 'password') },
        schema: nothing,
      }),
    done: (_body, form) => {
      setNotice(hasPassword ? 'changed' : 'set');
      form.reset();
      refresh();
    },
  });
  return (
    <SettingsSection
      id="password"
      title={hasPassword ? t('title') : t('setTitle')}
      {...(hasPassword ? {} : { intro: t('setIntro') })}
    >
      <AccountForm
        onSubmit={onSubmit}
        trouble={trouble.form}
        isSending={isSending}
        submit={hasPassword ? t('submit') : t('setSubmit')}
        tone="quiet"
      >
        {hasPassword && <CurrentPasswordField error={trouble.fields.current} />}
        <NewPasswordField error={trouble.fields.password} />
        {notice !== null && (
          <Notice tone="pass" live>
            {t(notice)}
          </Notice>
        )}
      </AccountForm>
    </SettingsSection>
  );
}
