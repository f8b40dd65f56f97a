'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { TextField } from '@/components/ui/text-field';

/** A password that can be shown. `autoComplete` tells password managers whether it is the current or a new one. */
export function PasswordField({
  autoComplete,
  ...props
}: Omit<ComponentProps<typeof TextField>, 'type'> & { autoComplete: 'current-password' | 'new-password' }) {
  const t = useTranslations('account.fields');
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        onClick={() => setIsShown(!isShown)}
        className="absolute top-0 right-0 min-h-6 rounded-sm text-xs text-muted underline underline-offset-2 hover:text-ink"
      >
        {isShown ? t('hide') : t('show')}
      </button>
    </div>
  );
}
