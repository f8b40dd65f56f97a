'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/components/workbench/report/format-number';
import type { LearnerPage, LearnerStanding } from '@/contracts/cohort-learner';
import { learnerPath } from '../paths';
import { useCourseTitles } from './course-titles';
import { ExtensionDialog } from './extension-dialog';
import { OverrideDialog } from './override-dialog';

const CELL = 'py-2 pe-4 align-baseline';

type Shown = Pick<LearnerPage, 'cohort' | 'learner' | 'standings' | 'mayOverride'>;

/** Where the learner stands in each exercise, with the way to their latest submission, a grade set by hand and a later due date. */
export function Standings({ page, onChange }: { page: Shown; onChange(): void }) {
  const t = useTranslations('instructor.learner');
  const { standings, mayOverride } = page;
  const [showsAll, setShowsAll] = useState(false);
  const [chosen, setChosen] = useState<LearnerStanding | null>(null);
  const [extended, setExtended] = useState<(LearnerStanding & { planned: string }) | null>(null);
  const touched = standings.filter(
    ({ state, override, extension }) => state !== 'none' || override !== null || extension !== null,
  );
  const shown = showsAll ? standings : touched;
  const heads = ['exercise', 'state', 'score', 'attempts', 'hints', 'passedAt', 'due'] as const;
  return (
    <section aria-labelledby="standings" className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="standings" className="text-lg font-bold">
          {t('standings')}
        </h2>
        {touched.length < standings.length && (
          <Button size="small" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {t('showAll', { count: standings.length })}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="mt-3 text-muted">{t('nothingYet')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="mt-3 relative overflow-x-auto" tabIndex={0} aria-label={t('standingsTable')}>
          <table className="w-full text-left text-sm tabular-nums">
            <thead className="border-b border-line text-xs text-muted">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="py-1.5 pe-4 font-semibold whitespace-nowrap">
                    {t(head)}
                  </th>
                ))}
                {mayOverride && (
                  <th scope="col">
                    <span className="sr-only">{t('change')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((standing) => (
                <Row
                  key={standing.exercise}
                  learner={page}
                  standing={standing}
                  onOverride={mayOverride ? () => setChosen(standing) : null}
                  onExtend={setExtended}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {chosen && <OverrideDialog page={page} standing={chosen} onDone={onChange} onClose={() => setChosen(null)} />}
      {extended && (
        <ExtensionDialog page={page} standing={extended} onDone={onChange} onClose={() => setExtended(null)} />
      )}
    </section>
  );
}

function Row({
  learner,
  standing,
  onOverride,
  onExtend,
}: {
  learner: Shown;
  standing: LearnerStanding;
  /** Null: the viewer changes nothing. */
  onOverride: (() => void) | null;
  onExtend: (standing: LearnerStanding & { planned: string }) => void;
}) {
  const t = useTranslations('instructor.learner');
  const states = useTranslations('instructor.regrades.standing');
  const format = useFormatter();
  const title = useCourseTitles().exercise(standing.exercise);
  const { exercise, state, bestScore, maxScore, attempts, hintsOpened, passedAt, latest } = standing;
  const { due, planned, extension, override } = standing;
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium' });
  const dueDay = (time: string) =>
    format.dateTime(new Date(time), { dateStyle: 'medium', timeZone: learner.cohort.timeZone });
  const isLate = passedAt !== null && due !== null && passedAt > due;
  return (
    <tr className="border-b border-line" data-standing={exercise}>
      <th scope="row" className={`${CELL} min-w-40 font-normal`}>
        {latest === null ? (
          title
        ) : (
          <TextLink href={learnerPath(learner.cohort.id, learner.learner.id, latest)}>{title}</TextLink>
        )}
      </th>
      <td className={CELL}>
        {states(state)}
        {override && (
          <span className="mt-0.5 block max-w-56 text-xs text-muted [overflow-wrap:anywhere]">
            {t('setBy', { name: override.by ?? t('gone'), day: day(override.at), reason: override.reason })}
          </span>
        )}
      </td>
      <td className={`${CELL} whitespace-nowrap`}>
        {state === 'none' ? '—' : `${formatNumber(bestScore)} / ${formatNumber(maxScore)}`}
      </td>
      <td className={CELL}>{attempts}</td>
      <td className={CELL}>{hintsOpened}</td>
      <td className={`${CELL} whitespace-nowrap`}>
        {passedAt === null ? '—' : day(passedAt)}
        {isLate && <span className="block text-xs text-warn">{t('late')}</span>}
      </td>
      <td className={CELL}>
        <span className="whitespace-nowrap">{due === null ? '—' : dueDay(due)}</span>
        {extension && (
          <span className="mt-0.5 block max-w-56 text-xs text-muted [overflow-wrap:anywhere]">
            {t('extendedBy', { name: extension.by ?? t('gone'), day: day(extension.at), reason: extension.reason })}
          </span>
        )}
      </td>
      {onOverride && (
        <td className="py-2 text-end">
          <span className="inline-flex flex-wrap justify-end gap-2">
            {planned !== null && (
              <Button
                size="small"
                onClick={() => onExtend({ ...standing, planned })}
                aria-label={t('extendLabel', { title })}
              >
                {t('extend')}
              </Button>
            )}
            <Button size="small" onClick={onOverride} aria-label={t('changeLabel', { title })}>
              {t('change')}
            </Button>
          </span>
        </td>
      )}
    </tr>
  );
}
