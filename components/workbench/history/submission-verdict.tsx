import { useTranslations } from 'next-intl';
import type { SubmissionSummary } from '@/contracts/learning';
import { formatNumber } from '../report/format-number';
import { OutcomeMark } from '../report/outcome-mark';

/** How a submission came out, in one line. */
export function SubmissionVerdict({ submission }: { submission: SubmissionSummary }) {
  const t = useTranslations('workbench');
  const { status, passed, score, maxScore, afterSolution } = submission;
  if (status !== 'graded') return <span className="text-xs text-muted">{t(`submission.${status}`)}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-xs">
      <OutcomeMark outcome={passed ? 'passed' : 'failed'} />
      {score !== null && maxScore !== null && (
        <span className="font-mono text-muted">{`${formatNumber(score)} / ${formatNumber(maxScore)}`}</span>
      )}
      {afterSolution && <span className="text-warn">{t('submission.afterSolution')}</span>}
    </span>
  );
}
