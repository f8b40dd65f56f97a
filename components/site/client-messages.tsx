import { NextIntlClientProvider } from 'next-intl';
import { getMessages, setRequestLocale } from 'next-intl/server';
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

/** A layout whose pages share these namespaces, and have no look in common beyond the site's. */
export function layoutWithMessages(names: readonly string[]) {
  return async function MessagesLayout({
    children,
    params,
  }: {
    children: ReactNode;
    params: Promise<{ locale: string }>;
  }) {
    setRequestLocale((await params).locale);
    return <ClientMessages of={names}>{children}</ClientMessages>;
  };
}
