'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiError } from './api';

/** Gives the sentence for a failed request, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return t('unavailable');
      if (error.code === 'rate-limited') return t('rate-limited', { seconds: Math.ceil(error.retryAfter ?? 60) });
      return t(error.code);
    },
    [t],
  );
}
