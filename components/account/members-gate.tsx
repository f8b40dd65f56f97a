'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMe } from '@/components/session/use-me';
import { buttonStyle } from '@/components/ui/button-style';
import type { Viewer } from '@/contracts/learning';
import { Link } from '@/i18n/navigation';

/**
 * What only people with an account see. `text` tells others why; they are shown the way to one, and back to this page. It
 * needs the messages of `account.gate`.
 */
export function MembersGate({ text, children }: { text: string; children: (viewer: Viewer) => ReactNode }) {
  const t = useTranslations('account.gate');
  const { me, loading } = useMe();
  if (loading && me === null) return <div className="min-h-dvh" aria-busy />;
  if (me?.viewer?.kind === 'member') return children(me.viewer);
  const next = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <div className="mt-8">
      <p className="max-w-measure text-pretty">{text}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <Link href={`/sign-up?next=${next}`} className={buttonStyle('primary')}>
          {t('signUp')}
        </Link>
        <Link href={`/sign-in?next=${next}`} className={buttonStyle()}>
          {t('signIn')}
        </Link>
      </p>
    </div>
  );
}
