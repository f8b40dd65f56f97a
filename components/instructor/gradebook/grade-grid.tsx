import { useFormatter, useTranslations } from 'next-intl';
import { memo, type Ref } from 'react';
import { PageLink } from '@/components/site/page-link';
import { CellGrid, type Place, type RowPlace } from '../matrix/cell-grid';
import type { Titles } from '../matrix/titles';
import { exercisePath, gradesPath } from '../paths';
import type { Arranged, GradeColumn, GradeRow } from './arrange';
import { GradeCell, markAt } from './grade-mark';

interface Props {
  cohort: string;
  arranged: Arranged;
  titles: Titles;
  now: string;
  place: Place | null;
  onPlace: (place: Place) => void;
  onOpen: (place: Place, how: 'key' | 'click') => void;
  ref: Ref<HTMLTableElement>;
}

/** Points of learners by exercises, with the total beside each name. */
export function GradeGrid({ cohort, arranged, titles, now, ...grid }: Props) {
  const t = useTranslations('instructor.gradebook');
  const { rows, columns } = arranged;
  return (
    <CellGrid
      {...{ rows, columns, ...grid }}
      label={t('grid')}
      width={56}
      head={<Head {...{ cohort, arranged, titles, now }} />}
    >
      {(row, at) => <Cells {...{ cohort, row, columns, ...at }} />}
    </CellGrid>
  );
}

/** Units over their exercises, each with its points and the mean. What is due already is bold. */
function Head({
  cohort,
  arranged: { columns, bands, mean },
  titles,
  now,
}: Pick<Props, 'cohort' | 'arranged' | 'titles' | 'now'>) {
  const t = useTranslations('instructor.gradebook');
  const format = useFormatter();
  const short = (points: number) => format.number(points, { maximumFractionDigits: 1 });
  return (
    <thead className="sticky top-0 z-20">
      <tr aria-rowindex={1}>
        <th
          scope="col"
          rowSpan={2}
          className="sticky left-0 z-10 w-(--names) min-w-(--names) border-b border-edge bg-surface px-3 pb-2 text-left align-bottom text-sm font-semibold"
        >
          {t('learner')}
          {mean !== null && (
            <span className="block text-xs font-normal text-muted">
              {t('mean', { share: format.number(mean, { style: 'percent', maximumFractionDigits: 1 }) })}
            </span>
          )}
        </th>
        {bands.map(({ unit, columns: count }) => {
          const title = titles.units.get(unit) ?? unit;
          return (
            <th
              key={unit}
              scope="colgroup"
              colSpan={count}
              title={title}
              className="max-w-0 truncate border-l border-edge bg-surface px-1 py-1 text-left text-xs font-semibold"
            >
              {title}
            </th>
          );
        })}
      </tr>
      <tr aria-rowindex={2}>
        {columns.map(({ id, due, outOf, weight, mean: own }, column) => {
          const title = titles.exercises.get(id) ?? id;
          return (
            <th
              key={id}
              scope="col"
              title={title}
              aria-colindex={column + 2}
              aria-label={t('column', { title, outOf, weight, mean: short(own) })}
              className={`w-14 min-w-14 border-b border-edge bg-surface pb-1 align-bottom text-xs ${due !== null && due <= now ? 'font-semibold' : 'font-normal text-muted'}`}
            >
              <span aria-hidden className="flex flex-col items-center gap-1">
                <PageLink
                  href={exercisePath(cohort, id)}
                  tabIndex={-1}
                  className="h-28 truncate text-inherit no-underline [writing-mode:sideways-lr] hover:underline"
                >
                  {title}
                </PageLink>
                <span className="tabular-nums">
                  {short(own)}/{outOf}
                </span>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface CellsProps extends RowPlace {
  cohort: string;
  row: GradeRow;
  columns: readonly GradeColumn[];
}

/** One learner's name, total and points. Drawn again only when something of its own changes. */
const Cells = memo(function Cells({ cohort, row, columns, index, prefix, active }: CellsProps) {
  const t = useTranslations('instructor.gradebook');
  const format = useFormatter();
  return (
    <>
      <th
        scope="row"
        className="sticky left-0 z-10 h-9 w-(--names) max-w-(--names) border-b border-line bg-paper px-3 py-0 text-left text-sm font-normal"
      >
        <span className="flex items-center justify-between gap-2">
          <PageLink
            href={gradesPath(cohort, row.id)}
            // The grid is one stop of the keyboard: by it, the opened cell leads there.
            tabIndex={-1}
            title={row.name}
            className="truncate text-ink no-underline hover:underline"
          >
            {row.name}
          </PageLink>
          <span className="shrink-0 text-xs font-semibold tabular-nums">
            {row.total === null
              ? '—'
              : format.number(row.total, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })}
          </span>
        </span>
      </th>
      {columns.map(({ id, at, outOf }, column) => {
        const mark = markAt(row.marks, at);
        const points = row.points[at] ?? 0;
        const text = t('cell', { points, outOf, mark: t(`marks.${mark}`) });
        return (
          <td
            key={id}
            id={`${prefix}-${index}-${column}`}
            aria-colindex={column + 2}
            aria-label={text}
            title={text}
            data-row={index}
            data-column={column}
            className={`h-9 w-14 cursor-pointer border-b border-line p-0 text-center align-middle ${active === column ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
          >
            <GradeCell {...{ mark, points }} />
          </td>
        );
      })}
    </>
  );
});
