'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMe } from '@/components/session/use-me';
import { buttonStyle } from '@/components/ui/button-style';
import { Link } from '@/i18n/navigation';

/** What needs an account; `text` tells who has none why. `page`: its address, to come back to. */
export function MembersOnly({ text, page, children }: { text: string; page: string; children: ReactNode }) {
  const t = useTranslations('log');
  const locale = useLocale();
  const { me, loading } = useMe();
  if (loading && me === null) return <div className="min-h-dvh" aria-busy />;
  if (me?.viewer?.kind === 'member') return children;
  return (
    <div className="mt-8">
      <p className="text-muted">{text}</p>
      <Link href={`/sign-in?next=/${locale}${page}`} className={`mt-4 ${buttonStyle('primary')}`}>
        {t('signInLink')}
      </Link>
    </div>
  );
}
