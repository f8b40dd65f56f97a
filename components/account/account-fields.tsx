'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import { PASSWORD_LENGTH } from '@/contracts/account';
import { PasswordField } from './password-field';

type Field = { error?: string | undefined; defaultValue?: string };

export function NameField({ error, defaultValue }: Field) {
  const t = useTranslations('account.fields');
  return (
    <TextField
      name="name"
      label={t('name')}
      description={t('nameHint')}
      error={error}
      defaultValue={defaultValue}
      autoComplete="name"
      maxLength={80}
    />
  );
}

/** `label` other than "E-mail" where it is a new one. */
export function EmailField({
  error,
  label,
  autoComplete,
}: Field & { label?: string; autoComplete: 'username' | 'email' }) {
  const t = useTranslations('account.fields');
  return (
    <TextField
      name="email"
      label={label ?? t('email')}
      error={error}
      type="email"
      inputMode="email"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
    />
  );
}

export function CurrentPasswordField({ error, label }: Field & { label?: string }) {
  const t = useTranslations('account.fields');
  return (
    <PasswordField name="current" label={label ?? t('currentPassword')} error={error} autoComplete="current-password" />
  );
}

export function NewPasswordField({ error, label }: Field & { label?: string }) {
  const t = useTranslations('account.fields');
  return (
    <PasswordField
      name="password"
      label={label ?? t('newPassword')}
      description={t('passwordHint', { min: PASSWORD_LENGTH.min })}
      error={error}
      autoComplete="new-password"
    />
  );
}
