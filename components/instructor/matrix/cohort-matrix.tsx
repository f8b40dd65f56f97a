'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { api } from '@/components/session/api';
import { useFetched } from '@/components/session/use-fetched';
import { CELL_LETTERS, type CellState, type Matrix, MatrixSchema, MOST_ATTEMPTS } from '@/contracts/cohort';
import { StaffPage } from '../staff-page';
import { arrange, extensionsOf, SORTS, type Sort, sortByName } from './arrange';
import { CellDetail } from './cell-detail';
import type { Place } from './cell-grid';
import { CellMark } from './cell-mark';
import { codeAt, readCode } from './cells';
import { Choice, GridTools } from './grid-tools';
import { MatrixGrid } from './matrix-grid';
import { useArrangement } from './use-arrangement';

/** Names in the reader's language. */
export interface Titled {
  id: string;
  title: string;
}

interface Names {
  exercises: readonly Titled[];
  units: readonly Titled[];
}

/** Every learner of a cohort by every exercise of its plan. */
export function CohortMatrix({ id, ...names }: { id: string } & Names) {
  const matrix = useFetched(`/api/cohorts/${id}/matrix`, (path) => api(path, { schema: MatrixSchema }));
  return <StaffPage fetched={matrix}>{(data) => <Arranged matrix={data} {...names} />}</StaffPage>;
}

function Arranged({ matrix, exercises, units }: { matrix: Matrix } & Names) {
  const t = useTranslations('instructor.matrix');
  const locale = useLocale();
  const [arrangement, change] = useArrangement();
  const [place, setPlace] = useState<Place | null>(null);
  const [opened, setOpened] = useState<(Place & { how: 'key' | 'click' }) | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const textOf = useTextOf();
  const sorted = useMemo(() => sortByName(matrix, locale), [matrix, locale]);
  const arranged = useMemo(() => arrange(sorted, arrangement), [sorted, arrangement]);
  const titles = useMemo(() => ({ exercises: byId(exercises), units: byId(units) }), [exercises, units]);
  const learner = opened && matrix.learners.find(({ id }) => id === opened.learner);
  const column = matrix.exercises.findIndex(({ id }) => id === opened?.exercise);
  return (
    <>
      <h1 className="text-2xl font-bold">{matrix.cohort.name}</h1>
      <GridTools grid={matrix} filter={arrangement} {...{ units, change }}>
        <Choice label={t('order')} value={arrangement.sort} onChange={(sort) => change({ sort: sort as Sort })}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Choice>
        {matrix.teams.length > 0 && (
          <label className="flex min-h-10 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={arrangement.grouped}
              onChange={(event) => change({ grouped: event.target.checked })}
              className="size-5 accent-accent"
            />
            {t('grouped')}
          </label>
        )}
      </GridTools>
      <p role="status" className="mt-3 text-sm text-muted">
        {t('shown', { learners: arranged.learners, all: matrix.learners.length, exercises: arranged.columns.length })}
      </p>
      {matrix.learners.length === 0 ? (
        <p className="mt-6">{t('noLearners')}</p>
      ) : arranged.learners === 0 ? (
        <p className="mt-6">{t('nobody')}</p>
      ) : (
        <MatrixGrid
          {...{ cohort: matrix.cohort.id, arranged, titles, textOf, now: matrix.now, place }}
          ref={grid}
          onPlace={setPlace}
          onOpen={(at, how) => setOpened({ ...at, how })}
        />
      )}
      <Legend />
      {opened && learner && (
        <CellDetail
          key={`${opened.learner} ${opened.exercise}`}
          cohort={matrix.cohort}
          learner={learner}
          exercise={{ id: opened.exercise, title: titles.exercises.get(opened.exercise) ?? opened.exercise }}
          due={extensionsOf(matrix).get(opened.learner)?.get(opened.exercise) ?? matrix.exercises[column]?.due ?? null}
          text={textOf(codeAt(learner.cells, column))}
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

/** Stands for a date in a message. */
const DATE = '\u0000';

const byId = (named: readonly Titled[]) => new Map(named.map(({ id, title }) => [id, title]));

/** What a cell says, by how it is written. Each text is made once: there are far fewer than cells. */
function useTextOf(): (code: string) => string {
  const t = useTranslations('instructor.matrix');
  const format = useFormatter();
  return useMemo(() => {
    const once = <Key, Text>(make: (key: Key) => Text) => {
      const made = new Map<Key, Text>();
      return (key: Key): Text => {
        const text = made.get(key) ?? make(key);
        made.set(key, text);
        return text;
      };
    };
    const dateOf = once((day: number) => format.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' }));
    const stateOf = once((state: CellState) => t(`states.${state}`));
    // Codes differ above all in their days: a message is put together once for all of these.
    const around = once((start: string) => {
      const { state, attempts } = readCode(start);
      const count = attempts < MOST_ATTEMPTS ? String(attempts) : `${MOST_ATTEMPTS}+`;
      const message = state === 'trying' || state === 'overridden-open' ? 'lastTried' : 'passedOn';
      return t(message, { state: stateOf(state), count, date: DATE }).split(DATE);
    });
    return once((code: string) => {
      const { state, attempts, day } = readCode(code);
      if (attempts === 0 || day === null) return stateOf(state);
      return around(code.slice(0, 2)).join(dateOf(day.getTime()));
    });
  }, [t, format]);
}

function Legend() {
  const t = useTranslations('instructor.matrix');
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted" aria-label={t('legend')}>
      {(Object.keys(CELL_LETTERS) as CellState[]).map((state) => (
        <li key={state} className="flex items-center gap-2">
          <CellMark state={state} attempts={3} />
          {t(`states.${state}`)}
        </li>
      ))}
    </ul>
  );
}
