'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { askAccount } from './account-api';
import { CurrentPasswordField, EmailField } from './account-fields';
import { AccountForm } from './account-form';
import { checkCurrent, checkEmail, text } from './field-problems';
import { goOn, useNextQuery } from './next-page';
import { ProviderButton } from './provider-button';
import { useAccount } from './use-account';
import { useAccountForm } from './use-account-form';

export function SignInForm() {
  const t = useTranslations('account');
  const locale = useLocale();
  const next = useNextQuery();
  const { account } = useAccount();
  const viewer = account?.viewer ?? null;
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => ({ ...checkEmail(fields), ...checkCurrent(fields) }),
    send: (fields) =>
      askAccount('/sign-in', {
        method: 'POST',
        body: { email: text(fields, 'email'), password: text(fields, 'current') },
        schema: async () => (await import('@/contracts/account')).SignedInSchema,
      }),
    done: ({ offersMerge }) => {
      if (offersMerge) window.location.assign(`/${locale}/sign-in/merge${window.location.search}`);
      else goOn(`/${locale}`);
    },
  });
  return (
    <>
      <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('signIn.submit')}>
        <EmailField error={trouble.fields.email} autoComplete="username" />
        <CurrentPasswordField error={trouble.fields.current} label={t('fields.password')} />
      </AccountForm>
      <div className="mt-6 flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm text-muted">
        <TextLink href="/sign-in/forgot">{t('signIn.forgot')}</TextLink>
        <p>
          {t('signIn.noAccount')} <TextLink href={`/sign-up${next}`}>{t('signIn.signUp')}</TextLink>
        </p>
      </div>
      {account?.provider != null && <ProviderButton provider={account.provider} />}
      {viewer !== null && (
        <div className="mt-6">
          <Notice>
            {viewer.kind === 'guest' ? t('signIn.guestNote') : t('signIn.already', { name: viewer.name })}
          </Notice>
        </div>
      )}
    </>
  );
}
