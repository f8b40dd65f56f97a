import { useFormatter, useTranslations } from 'next-intl';
import type { Grade } from '@/contracts/gradebook';

/** How the points of one exercise came about. Times are those of the cohort's wall clock. */
export function GradeFacts({ grade, timeZone }: { grade: Grade; timeZone: string }) {
  const t = useTranslations('grades');
  const format = useFormatter();
  const facts = [
    [t('points'), `${grade.points} / ${grade.outOf}`],
    [t('weight'), String(grade.weight)],
    grade.due && [
      t('due'),
      format.dateTime(new Date(grade.due), { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    ],
  ].filter((fact) => Array.isArray(fact));
  return (
    <>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-2">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <GradeReasons {...{ grade, timeZone }} />
    </>
  );
}

/** What was taken off, set by hand or extended, each in a sentence. */
export function GradeReasons({ grade, timeZone }: { grade: Grade; timeZone: string }) {
  const t = useTranslations('grades');
  const format = useFormatter();
  const { source, counts, lateDays, penalty, earned, override, extension, weight } = grade;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeZone });
  const reasons = [
    source === null && t(counts ? 'nothing' : 'nothingYet'),
    source === 'submission' &&
      lateDays > 0 &&
      (penalty > 0 ? t('late', { days: lateDays, penalty, earned }) : t('lateFree', { days: lateDays })),
    source === 'override' &&
      override &&
      t('setBy', { name: override.by ?? t('gone'), day: day(override.at), reason: override.reason }),
    extension &&
      t('extendedBy', { due: day(extension.due), name: extension.by ?? t('gone'), reason: extension.reason }),
    weight === 0 ? t('weightless') : source !== null && !counts && t('notYet'),
  ].filter((reason) => typeof reason === 'string');
  return (
    reasons.length > 0 && (
      <ul className="mt-1 [overflow-wrap:anywhere]">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    )
  );
}
