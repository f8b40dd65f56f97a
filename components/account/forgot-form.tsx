'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { nothing } from '@/components/session/api';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { askAccount } from './account-api';
import { EmailField } from './account-fields';
import { AccountForm } from './account-form';
import { checkEmail, text } from './field-problems';
import { useAccount } from './use-account';
import { useAccountForm } from './use-account-form';

/** Where no mail is sent, who to ask instead. */
export function ForgotForm() {
  const t = useTranslations('account.forgot');
  const locale = useLocale();
  const { account } = useAccount();
  const [isSent, setIsSent] = useState(false);
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: checkEmail,
    send: (fields) =>
      askAccount('/password/forgot', {
        method: 'POST',
        body: { email: text(fields, 'email'), locale },
        schema: nothing,
      }),
    done: () => setIsSent(true),
  });
  return (
    <div className="flex flex-col gap-6">
      {account?.mail === false && <Notice tone="warn">{t('noMail')}</Notice>}
      {account?.mail !== false && (
        <>
          <p className="-mt-6 text-muted">{t('intro')}</p>
          <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('submit')}>
            <EmailField error={trouble.fields.email} autoComplete="username" />
          </AccountForm>
        </>
      )}
      {isSent && (
        <Notice tone="pass" live>
          {t('sent')}
        </Notice>
      )}
      <p className="text-sm">
        <TextLink href="/sign-in">{t('back')}</TextLink>
      </p>
    </div>
  );
}
