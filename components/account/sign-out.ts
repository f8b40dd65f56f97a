import { api, nothing } from '@/components/session/api';

/**
 * Ends the session and loads the home page anew, so that nothing of it stays in the page.
 * @throws {ApiError}
 */
export async function signOut(locale: string): Promise<void> {
  await api('/api/account/sign-out', { method: 'POST', schema: nothing });
  window.location.assign(`/${locale}`);
}
