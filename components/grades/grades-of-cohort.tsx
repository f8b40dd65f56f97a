import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { LearnerGrades } from '@/contracts/gradebook';
import { GradeReasons } from './grade-facts';
import { RuleText } from './rule-text';
import { Totals } from './totals';

const CELL = 'py-2 pe-4 align-baseline';

/** One learner's grades in one cohort: totals, the rule in words, and every exercise with how its points came about. */
export function GradesOfCohort({ grades: of, titles }: { grades: LearnerGrades; titles: Record<string, string> }) {
  const t = useTranslations('grades');
  const format = useFormatter();
  const { cohort, total, rule, grades } = of;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: cohort.timeZone });
  return (
    <section aria-label={cohort.name} className="mt-8" data-grades={cohort.id}>
      <h2 className="text-xl font-semibold">{cohort.name}</h2>
      <Totals total={total} />
      <div className="mt-3 max-w-measure text-sm text-muted">
        <RuleText rule={rule} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="relative mt-4 overflow-x-auto" tabIndex={0} aria-label={t('table')}>
        <table className="w-full text-left text-sm tabular-nums">
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              {(['exercise', 'points', 'weight', 'due', 'how'] as const).map((head) => (
                <th key={head} scope="col" className="py-1.5 pe-4 font-semibold whitespace-nowrap">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grades.map((grade) => (
              <tr key={grade.exercise} className="border-b border-line" data-grade={grade.exercise}>
                <th scope="row" className={`${CELL} min-w-40 font-normal`}>
                  <TextLink href={`/exercises/${grade.exercise}`}>{titles[grade.exercise] ?? grade.exercise}</TextLink>
                </th>
                <td className={`${CELL} whitespace-nowrap`}>
                  {grade.source === null && !grade.counts ? '—' : grade.points} / {grade.outOf}
                </td>
                <td className={CELL}>{grade.weight}</td>
                <td className={`${CELL} whitespace-nowrap`}>{grade.due === null ? '—' : day(grade.due)}</td>
                <td className={`${CELL} min-w-48 text-muted`}>
                  <GradeReasons grade={grade} timeZone={cohort.timeZone} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
