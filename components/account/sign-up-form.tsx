'use client';

import { useLocale, useTranslations } from 'next-intl';
import { nothing } from '@/components/session/api';
import { useMe } from '@/components/session/use-me';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { askAccount } from './account-api';
import { EmailField, NameField, NewPasswordField } from './account-fields';
import { AccountForm } from './account-form';
import { checkEmail, checkName, checkNewPassword, text } from './field-problems';
import { goOn, useNextQuery } from './next-page';
import { useAccountForm } from './use-account-form';

export function SignUpForm() {
  const t = useTranslations('account');
  const locale = useLocale();
  const next = useNextQuery();
  const viewer = useMe().me?.viewer ?? null;
  const { onSubmit, trouble, isSending } = useAccountForm({
    check: (fields) => ({ ...checkName(fields), ...checkEmail(fields), ...checkNewPassword(fields) }),
    send: (fields) =>
      askAccount('/sign-up', {
        method: 'POST',
        body: { name: text(fields, 'name'), email: text(fields, 'email'), password: text(fields, 'password'), locale },
        schema: nothing,
      }),
    done: () => goOn(`/${locale}`),
  });
  return (
    <>
      <p className="-mt-6 mb-8 text-pretty text-muted">
        {viewer?.kind === 'guest' ? t('signUp.guestIntro') : t('signUp.intro')}
      </p>
      <AccountForm onSubmit={onSubmit} trouble={trouble.form} isSending={isSending} submit={t('signUp.submit')}>
        <NameField error={trouble.fields.name} />
        <EmailField error={trouble.fields.email} autoComplete="email" />
        <NewPasswordField error={trouble.fields.password} label={t('fields.password')} />
      </AccountForm>
      <p className="mt-6 text-sm text-muted">
        {t('signUp.haveAccount')} <TextLink href={`/sign-in${next}`}>{t('signUp.signIn')}</TextLink>
      </p>
      {viewer?.kind === 'member' && (
        <div className="mt-6">
          <Notice>{t('signUp.already', { name: viewer.name })}</Notice>
        </div>
      )}
    </>
  );
}
