'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { RuleText } from '@/components/grades/rule-text';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { TextLink } from '@/components/ui/text-link';
import {
  GRADE_LETTERS,
  type Gradebook,
  GradebookSchema,
  type GradeMark,
  SCOPES,
  type Scope,
} from '@/contracts/gradebook';
import type { Place } from '../matrix/cell-grid';
import type { Titled } from '../matrix/cohort-matrix';
import { Choice, GridTools } from '../matrix/grid-tools';
import { StaffPage } from '../staff-page';
import { arrange, SORTS, type Sort } from './arrange';
import { ExportGrades } from './export-grades';
import { GradeDetail } from './grade-detail';
import { GradeGrid } from './grade-grid';
import { GradeCell } from './grade-mark';
import { useView } from './use-view';

interface Names {
  exercises: readonly Titled[];
  units: readonly Titled[];
}

/** Points of every learner of a cohort in every exercise of its plan, and what they come to. */
export function CohortGradebook({ id, ...names }: { id: string } & Names) {
  const book = useFetched(`/api/cohorts/${id}/gradebook`, (path) => api(path, { schema: GradebookSchema }));
  return <StaffPage fetched={book}>{(data) => <Shown book={data} {...names} />}</StaffPage>;
}

const byId = (named: readonly Titled[]) => new Map(named.map(({ id, title }) => [id, title]));

function Shown({ book, exercises, units }: { book: Gradebook } & Names) {
  const t = useTranslations('instructor.gradebook');
  const locale = useLocale();
  const [view, change] = useView();
  const [place, setPlace] = useState<Place | null>(null);
  const [opened, setOpened] = useState<(Place & { how: 'key' | 'click' }) | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const arranged = useMemo(() => arrange(book, view, locale), [book, view, locale]);
  const titles = useMemo(() => ({ exercises: byId(exercises), units: byId(units) }), [exercises, units]);
  const learner = opened && book.learners.find(({ id }) => id === opened.learner);
  return (
    <>
      <h1 className="text-2xl font-bold">{t('of', { cohort: book.cohort.name })}</h1>
      <div className="mt-3 max-w-measure text-sm text-muted">
        <RuleText rule={book.rule} />
        <p className="mt-1">
          <TextLink href={`/cohorts/${book.cohort.id}/settings#grading`}>{t('change')}</TextLink>
        </p>
      </div>
      <GridTools
        grid={book}
        filter={view}
        first={
          <Choice label={t('total')} value={view.scope} onChange={(scope) => change({ scope: scope as Scope })}>
            {SCOPES.map((scope) => (
              <option key={scope} value={scope}>
                {t(`scopes.${scope}`)}
              </option>
            ))}
          </Choice>
        }
        {...{ units, change }}
      >
        <Choice label={t('order')} value={view.sort} onChange={(sort) => change({ sort: sort as Sort })}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Choice>
      </GridTools>
      <ExportGrades cohort={book.cohort.id} />
      <p role="status" className="mt-3 text-sm text-muted">
        {t('shown', { learners: arranged.rows.length, all: book.learners.length, exercises: arranged.columns.length })}
      </p>
      {arranged.rows.length === 0 ? (
        <p className="mt-6">{t(book.learners.length === 0 ? 'noLearners' : 'nobody')}</p>
      ) : (
        <GradeGrid
          {...{ cohort: book.cohort.id, arranged, titles, now: book.now, place }}
          ref={grid}
          onPlace={setPlace}
          onOpen={(at, how) => setOpened({ ...at, how })}
        />
      )}
      <Legend />
      {opened && learner && (
        <GradeDetail
          key={`${opened.learner} ${opened.exercise}`}
          cohort={book.cohort}
          learner={learner}
          exercise={{ id: opened.exercise, title: titles.exercises.get(opened.exercise) ?? opened.exercise }}
          takesFocus={opened.how === 'key'}
          onClose={() => {
            setOpened(null);
            grid.current?.focus();
          }}
        />
      )}
    </>
  );
}

function Legend() {
  const t = useTranslations('instructor.gradebook');
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-label={t('legend')}>
      {(Object.keys(GRADE_LETTERS) as GradeMark[]).map((mark) => (
        <li key={mark} className="flex items-center gap-2">
          <GradeCell mark={mark} points={mark === 'zero' ? 0 : 7} />
          {t(`marks.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
