import { useTranslations } from 'next-intl';
import type { GradingRule } from '@/contracts/gradebook';

/** A grading rule in words. */
export function RuleText({ rule: { attempts, late } }: { rule: GradingRule }) {
  const t = useTranslations('grades.rule');
  const { percentPerDay, most, nothingAfter } = late;
  const costs = percentPerDay > 0 && most > 0;
  return (
    <p data-rule>
      {[
        t('total'),
        t(attempts),
        !costs && nothingAfter === null && t('free'),
        costs && t('perDay', { percent: percentPerDay, most }),
        nothingAfter !== null && t('nothingAfter', { days: nothingAfter }),
        t('override'),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}
