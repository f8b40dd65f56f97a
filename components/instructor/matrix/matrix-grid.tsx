import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef } from 'react';
import { MOST_ATTEMPTS } from '@/contracts/cohort';
import type { Arranged, Column, LearnerRow, TeamRow } from './arrange';
import { CellMark } from './cell-mark';
import { cellAt } from './cells';

/** A cell, by whose and what: it stays the same cell when the matrix is arranged anew. */
export interface Place {
  learner: string;
  exercise: string;
}

interface Props {
  arranged: Arranged;
  titles: ReadonlyMap<string, string>;
  now: string;
  place: Place | null;
  onPlace: (place: Place | null) => void;
}

const ROW = 36;
const NAMES = '[--names:8.5rem] sm:[--names:15rem]';

/**
 * The matrix: names stay at the left, exercises at the top, only the rows in view are in the page. The focus stands on
 * the grid, and arrow keys move its active cell.
 */
export function MatrixGrid({ arranged: { rows, columns }, titles, now, place, onPlace }: Props) {
  const t = useTranslations('instructor.matrix');
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const activeRow = rows.findIndex((row) => row.kind === 'learner' && row.id === place?.learner);
  const activeColumn = columns.findIndex((column) => column.id === place?.exercise);
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;

  function moveTo(row: number, column: number) {
    const [to, exercise] = [rows[row], columns[column]];
    if (to?.kind !== 'learner' || !exercise) return;
    onPlace({ learner: to.id, exercise: exercise.id });
    virtualizer.scrollToIndex(row);
    requestAnimationFrame(() =>
      document.getElementById(cellId(row, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / ROW) - 4);
    const last = [rows.length - 1, columns.length - 1] as const;
    const jump = event.ctrlKey || event.metaKey;
    const [row, column] = [Math.max(0, activeRow), Math.max(0, activeColumn)];
    const to: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [jump ? 0 : row, 0],
      End: [jump ? last[0] : row, last[1]],
    };
    if (event.key === 'Escape') return onPlace(null);
    const aim = to[event.key];
    if (!aim) return;
    event.preventDefault();
    const direction = aim[0] < row ? -1 : 1;
    let next = place === null ? 0 : Math.min(last[0], Math.max(0, aim[0]));
    // Headings of teams are no cells.
    if (rows[next]?.kind === 'team')
      next += next + direction < 0 || next + direction > last[0] ? -direction : direction;
    moveTo(next, place === null ? 0 : Math.min(last[1], Math.max(0, aim[1])));
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the grid takes the focus for its cells
    <div
      ref={viewport}
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={activeRow >= 0 && activeColumn >= 0 ? cellId(activeRow, activeColumn) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={`relative mt-4 max-h-[75dvh] overflow-auto overscroll-contain rounded-md border border-line ${NAMES}`}
    >
      <Header {...{ columns, titles, now }} learners={rows.filter(({ kind }) => kind === 'learner').length} />
      <div role="rowgroup" className="relative w-max min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id ?? ''}
              role="row"
              aria-rowindex={index + 2}
              className="absolute inset-x-0 top-0 flex items-center border-b border-line bg-paper"
              style={{ height: ROW, transform: `translateY(${start}px)` }}
            >
              {row.kind === 'team' ? (
                <TeamCells row={row} columns={columns.length} />
              ) : (
                <LearnerCells
                  {...{ row, columns, titles }}
                  active={index === activeRow ? activeColumn : -1}
                  idOf={(column) => cellId(index, column)}
                  onChoose={(column) => moveTo(index, column)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Header({
  columns,
  titles,
  now,
  learners,
}: {
  columns: readonly Column[];
  titles: ReadonlyMap<string, string>;
  now: string;
  learners: number;
}) {
  const t = useTranslations('instructor.matrix');
  return (
    <div role="rowgroup" className="sticky top-0 z-20 w-max min-w-full border-b border-edge bg-surface">
      <div role="row" aria-rowindex={1} className="flex">
        <div
          role="columnheader"
          className="sticky left-0 z-10 flex w-(--names) shrink-0 items-end bg-surface px-3 pb-2 text-sm font-semibold"
        >
          {t('learner')}
        </div>
        {columns.map(({ id, due, passed }) => {
          const title = titles.get(id) ?? id;
          const share = Math.round((100 * passed) / Math.max(1, learners));
          return (
            <div
              key={id}
              role="columnheader"
              title={title}
              aria-label={t('column', { title, share })}
              className={`flex w-9 shrink-0 flex-col items-center justify-end gap-1 pb-1 text-xs ${due !== null && due <= now ? 'font-semibold' : 'text-muted'}`}
            >
              <span aria-hidden className="h-28 truncate [writing-mode:sideways-lr]">
                {title}
              </span>
              <span aria-hidden className="tabular-nums">
                {share}%
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function TeamCells({ row: { name, members, share }, columns }: { row: TeamRow; columns: number }) {
  const t = useTranslations('instructor.matrix');
  return (
    <div role="rowheader" aria-colspan={columns + 1} className="sticky left-0 px-3 text-sm font-semibold">
      {name ?? t('noTeam')}
      <span className="ml-3 font-normal text-muted">
        {t('members', { count: members, share: Math.round(100 * share) })}
      </span>
    </div>
  );
}

function LearnerCells({
  row,
  columns,
  titles,
  active,
  idOf,
  onChoose,
}: {
  row: LearnerRow;
  columns: readonly Column[];
  titles: ReadonlyMap<string, string>;
  active: number;
  idOf: (column: number) => string;
  onChoose: (column: number) => void;
}) {
  const t = useTranslations('instructor.matrix');
  return (
    <>
      <div
        role="rowheader"
        className="sticky left-0 z-10 flex h-full w-(--names) shrink-0 items-center justify-between gap-2 bg-paper px-3 text-sm"
      >
        <span className="truncate" title={row.name}>
          {row.name}
        </span>
        <span className="shrink-0 text-xs text-muted tabular-nums">
          {row.behind > 0 && <span className="mr-2 font-semibold text-warn">{t('behind', { count: row.behind })}</span>}
          <span className="max-sm:hidden">
            {row.passed}/{columns.length}
          </span>
        </span>
      </div>
      {columns.map(({ id, at }, column) => {
        const { state, attempts } = cellAt(row.cells, at);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active cell
          <div
            key={id}
            id={idOf(column)}
            role="gridcell"
            aria-selected={active === column}
            aria-label={t('cell', {
              title: titles.get(id) ?? id,
              state: t(`states.${state}`),
              attempts: attempts < MOST_ATTEMPTS ? String(attempts) : `${MOST_ATTEMPTS}+`,
            })}
            onClick={() => onChoose(column)}
            className={`flex h-full w-9 shrink-0 cursor-pointer scroll-ml-(--names) items-center justify-center ${active === column ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
          >
            <CellMark state={state} attempts={attempts} />
          </div>
        );
      })}
    </>
  );
}
