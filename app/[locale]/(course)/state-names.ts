import { useTranslations } from 'next-intl';
import type { StateNames } from '@/components/course/step-mark';

/** What the marks on the path say to a screen reader. */
export function useStateNames(): StateNames {
  const t = useTranslations('site.path.state');
  return {
    started: t('started'),
    finished: t('finished'),
    trying: t('trying'),
    passed: t('passed'),
    'passed-after-solution': t('passed-after-solution'),
  };
}
