'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { LinkPurpose } from '@/contracts/account';
import { askAccount } from './account-api';
import { NewPasswordField } from './account-fields';
import { AccountForm } from './account-form';
import { checkNewPassword, text } from './field-problems';
import { useAccountForm } from './use-account-form';

const TEXTS = {
  'sign-in': 'signIn',
  'reset-password': 'reset',
  'verify-email': 'verify',
  'change-email': 'changeEmail',
} as const satisfies Record<LinkPurpose, string>;

/** The button of a one-time link: looking at the page, as mail programs do, uses nothing up. */
export function LinkForm({
  token,
  purpose,
  name,
  email,
}: {
  token: string;
  purpose: LinkPurpose;
  name: string;
  email: string;
}) {
  const t = useTranslations('account.link');
  const locale = useLocale();
  const [isConfirmed, setIsConfirmed] = useState(false);
  const texts = TEXTS[purpose];
  const setsPassword = purpose === 'reset-password';
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => (setsPassword ? checkNewPassword(fields) : {}),
    send: (fields) =>
      askAccount('/links', {
        method: 'POST',
        body: { token, ...(setsPassword ? { password: text(fields, 'password') } : {}) },
        schema: async () => (await import('@/contracts/account')).LinkUsedSchema,
      }),
    done: (used) => {
      if (used.purpose === 'verify-email' || used.purpose === 'change-email') setIsConfirmed(true);
      else if (used.offersMerge) window.location.assign(`/${locale}/sign-in/merge`);
      else window.location.assign(used.hasPassword ? `/${locale}` : `/${locale}/account#password`);
    },
  });
  if (isConfirmed) {
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="pass" live>
          {t('confirmed', { email })}
        </Notice>
        <p className="text-sm">
          <TextLink href="/account">{t('toAccount')}</TextLink>
        </p>
      </div>
    );
  }
  return (
    <>
      <p className="-mt-6 mb-8 text-pretty text-muted">{t(`${texts}.text`, { name, email })}</p>
      <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t(`${texts}.submit`)}>
        {setsPassword && <NewPasswordField error={trouble.fields.password} />}
      </AccountForm>
    </>
  );
}
