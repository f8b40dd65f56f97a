import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import type { Fetched } from '@/components/session/use-fetched';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** What staff see once it is fetched; others are told whose page it is. */
export function StaffPage<T>({ fetched, children }: { fetched: Fetched<T>; children: (data: T) => ReactNode }) {
  const t = useTranslations('instructor');
  const errorText = useErrorText();
  const { me, loading } = useMe();
  const { data, error, reload } = fetched;
  if (loading) return <div className="min-h-dvh" aria-busy />;
  if (me?.viewer == null || me.viewer.role === 'learner') return <p className="mt-8">{t('regrades.staffOnly')}</p>;
  if (error !== null) {
    return (
      <div className="mt-8 flex flex-col items-start gap-4">
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
        <Button onClick={reload}>{t('matrix.again')}</Button>
      </div>
    );
  }
  if (data === null) return <div className="min-h-dvh" aria-busy />;
  return children(data);
}
