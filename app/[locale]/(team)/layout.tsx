import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/site/client-messages';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function TeamLayout({ children, params }: Props) {
  setRequestLocale((await params).locale);
  return <ClientMessages of={['team', 'discussion', 'log', 'inbox', 'find']}>{children}</ClientMessages>;
}
