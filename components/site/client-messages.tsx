import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickMessages } from './pick-messages';

/** What the session's hooks need. */
const shell = ['errors'];

/**
 * Lets client components below use `useTranslations` with these namespaces (`workbench`, or a part: `account.menu`).
 * Only what is named travels to the browser, so name no more than is used.
 */
export async function ClientMessages({ of: names, children }: { of: readonly string[]; children: ReactNode }) {
  const messages = pickMessages(await getMessages(), [...shell, ...names]);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
