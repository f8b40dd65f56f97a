import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/site/client-messages';

const TEXTS = ['menu', 'signUp', 'signIn', 'merge', 'forgot', 'link', 'settings', 'fields', 'invalid', 'problems'];

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** All account pages share their texts; the mails' stay on the server. */
export default async function AccountLayout({ children, params }: Props) {
  setRequestLocale((await params).locale);
  return <ClientMessages of={TEXTS.map((part) => `account.${part}`)}>{children}</ClientMessages>;
}
