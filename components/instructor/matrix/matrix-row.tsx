import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { PageLink } from '@/components/site/page-link';
import { learnerPath } from '../paths';
import type { Column, LearnerRow, TeamRow } from './arrange';
import { CellMark } from './cell-mark';
import { codeAt, readCode } from './cells';

/** Heading of a team's rows. */
export function TeamCells({ row: { name, members, share }, columns }: { row: TeamRow; columns: number }) {
  const t = useTranslations('instructor.matrix');
  return (
    <th
      scope="rowgroup"
      colSpan={columns + 1}
      className="h-9 border-b border-line bg-surface p-0 text-left text-sm font-semibold"
    >
      <span className="sticky left-0 inline-block px-3">
        {name ?? t('noTeam')}
        <span className="ml-3 font-normal text-muted">
          {t('members', { count: members, share: Math.round(100 * share) })}
        </span>
      </span>
    </th>
  );
}

interface Props {
  cohort: string;
  row: LearnerRow;
  columns: readonly Column[];
  textOf: (code: string) => string;
  /** Of the row, and what the ids of its cells begin with. */
  index: number;
  prefix: string;
  /** Column of the active cell; -1: it is not in this row. */
  active: number;
}

/** One learner's name, pace and cells. Drawn again only when something of its own changes. */
export const LearnerCells = memo(function LearnerCells({ cohort, row, columns, textOf, index, prefix, active }: Props) {
  return (
    <>
      <th
        scope="row"
        className="sticky left-0 z-10 h-9 w-(--names) max-w-(--names) border-b border-line bg-paper px-3 py-0 text-left text-sm font-normal"
      >
        <span className="flex items-center justify-between gap-2">
          <PageLink
            href={learnerPath(cohort, row.id)}
            // The grid is one stop of the keyboard: by it, the opened cell leads there.
            tabIndex={-1}
            title={row.name}
            className="truncate text-ink no-underline hover:underline"
          >
            {row.name}
          </PageLink>
          <Pace row={row} columns={columns.length} />
        </span>
      </th>
      {columns.map(({ id, at }, column) => {
        const code = codeAt(row.cells, at);
        const text = textOf(code);
        return (
          <td
            key={id}
            id={`${prefix}-${index}-${column}`}
            aria-colindex={column + 2}
            aria-label={text}
            title={text}
            data-row={index}
            data-column={column}
            className={`h-9 w-9 cursor-pointer border-b border-line p-0 text-center align-middle ${active === column ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
          >
            <CellMark {...readCode(code)} />
          </td>
        );
      })}
    </>
  );
});

/** Against the plan: what is due and not passed or, when that is nothing, what is passed before it is due. */
function Pace({ row: { passed, behind, ahead }, columns }: { row: LearnerRow; columns: number }) {
  const t = useTranslations('instructor.matrix');
  return (
    <span className="shrink-0 text-xs text-muted tabular-nums">
      {behind > 0 ? (
        <span className="mr-2 font-semibold text-warn" title={t('behind', { count: behind })}>
          <span aria-hidden>−{behind}</span>
          <span className="sr-only">{t('behind', { count: behind })}</span>
        </span>
      ) : (
        ahead > 0 && (
          <span className="mr-2 font-semibold text-pass" title={t('ahead', { count: ahead })}>
            <span aria-hidden>+{ahead}</span>
            <span className="sr-only">{t('ahead', { count: ahead })}</span>
          </span>
        )
      )}
      <span className="max-sm:sr-only">
        {passed}/{columns}
      </span>
    </span>
  );
}
