import { api } from '@/components/session/api';
import { anyBody } from './account-api';

/**
 * Ends the session and loads the home page anew, so that nothing of it stays in the page.
 * @throws {ApiError}
 */
export async function signOut(locale: string): Promise<void> {
  await api('/api/account/sign-out', { method: 'POST', schema: anyBody });
  window.location.assign(`/${locale}`);
}
