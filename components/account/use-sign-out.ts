'use client';

import { useLocale } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { showToast } from '@/components/ui/toast';
import { signOut } from './sign-out';

/** {@link signOut}, with its failure told to the reader. */
export function useSignOut(): () => Promise<void> {
  const locale = useLocale();
  const errorText = useErrorText();
  return async () => {
    try {
      await signOut(locale);
    } catch (error) {
      showToast(errorText(error));
    }
  };
}
