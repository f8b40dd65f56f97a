'use client';

import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** What could not be fetched, and the way to try again. */
export function Failed({ error, retry }: { error: unknown; retry(): void }) {
  const t = useTranslations('team');
  const errorText = useErrorText();
  return (
    <div className="mt-8 flex flex-col items-start gap-3">
      <Notice tone="fail">{errorText(error)}</Notice>
      <Button onClick={retry}>{t('tryAgain')}</Button>
    </div>
  );
}
