'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('site.failure');
  return (
    <div className="mx-auto flex w-full max-w-measure flex-col items-start gap-5 px-4 py-24 sm:px-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <p>{t('text')}</p>
      <Button tone="primary" onClick={reset}>
        {t('again')}
      </Button>
    </div>
  );
}
