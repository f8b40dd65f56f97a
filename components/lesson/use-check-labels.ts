import { useTranslations } from 'next-intl';
import type { CheckLabels } from './check-form';

/** Texts that every quick check needs; `kind` makes the title say what there is to do. */
export function useCheckLabels(kind?: 'order' | 'match' | 'spot'): CheckLabels {
  const t = useTranslations('lesson.check');
  return {
    title: kind ? t(`${kind}.title`) : t('title'),
    check: t('check'),
    retry: t('retry'),
    right: t('right'),
    wrong: t('wrong'),
    pickOne: t('pickOne'),
    pickSome: t('pickSome'),
    typeNumber: t('typeNumber'),
    notNumber: t('notNumber'),
    numberLabel: t('numberLabel'),
    notKept: t('notKept'),
  };
}
