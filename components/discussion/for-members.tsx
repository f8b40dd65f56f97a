'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMe } from '@/components/session/use-me';
import { TextLink } from '@/components/ui/text-link';

/** What needs an account: `children` gets whose it is. Others are told how to get one. */
export function ForMembers({ children }: { children: (account: string) => ReactNode }) {
  const t = useTranslations('discussion.members');
  const { me, loading } = useMe();
  if (loading) return <div className="min-h-dvh" />;
  if (me?.viewer?.kind === 'member') return children(me.viewer.id);
  return (
    <div className="mt-8 space-y-3">
      <p>{t('text')}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href="/sign-up">{t('signUp')}</TextLink>
        <TextLink href="/sign-in">{t('signIn')}</TextLink>
      </p>
    </div>
  );
}
