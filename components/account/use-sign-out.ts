'use client';

import { useLocale } from 'next-intl';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { showToast } from '@/components/ui/toast';
import { anyBody } from './account-api';

/** Ends the session and loads the home page anew, so that nothing of it stays in the page. */
export function useSignOut(): () => Promise<void> {
  const home = `/${useLocale()}`;
  const errorText = useErrorText();
  return async () => {
    try {
      await api('/api/account/sign-out', { method: 'POST', schema: anyBody });
      window.location.assign(home);
    } catch (error) {
      showToast(errorText(error));
    }
  };
}
