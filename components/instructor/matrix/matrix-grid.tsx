import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, type Ref, useId, useRef } from 'react';
import type { Arranged } from './arrange';
import { MatrixHeader } from './matrix-header';
import { LearnerCells, TeamCells } from './matrix-row';
import { stepOf } from './step';
import type { Titles } from './titles';

/** A cell, by whose and what: it stays the same cell when the matrix is arranged anew. */
export interface Place {
  learner: string;
  exercise: string;
}

interface Props {
  cohort: string;
  arranged: Arranged;
  titles: Titles;
  /** What a cell says, by how it is written. */
  textOf: (code: string) => string;
  now: string;
  place: Place | null;
  onPlace: (place: Place) => void;
  /** Enter or a click on a cell. */
  onOpen: (place: Place, how: 'key' | 'click') => void;
  ref: Ref<HTMLTableElement>;
}

/** Height of a row and width of a column, as the classes `h-9` and `w-9` have it. */
const SIDE = 36;
const NAMES = '[--names:9rem] sm:[--names:16rem]';

/**
 * The matrix: names stay at the left, exercises at the top, only the rows in view are in the page. The focus stands on
 * the grid, which names its active cell; keys move that, Enter opens it.
 */
export function MatrixGrid({ cohort, arranged, titles, textOf, now, place, onPlace, onOpen, ref }: Props) {
  const { rows, columns } = arranged;
  const t = useTranslations('instructor.matrix');
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => SIDE,
    overscan: 12,
  });
  const shown = virtualizer.getVirtualItems();
  const activeRow = rows.findIndex((row) => row.kind === 'learner' && row.id === place?.learner);
  const activeColumn = columns.findIndex((column) => column.id === place?.exercise);
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;
  const isShown = activeColumn >= 0 && shown.some(({ index }) => index === activeRow);

  function placeAt(row: number, column: number): Place | null {
    const [to, exercise] = [rows[row], columns[column]];
    return to?.kind === 'learner' && exercise ? { learner: to.id, exercise: exercise.id } : null;
  }

  function moveTo(row: number, column: number) {
    const to = placeAt(row, column);
    if (to === null || viewport.current === null) return;
    onPlace(to);
    reveal(viewport.current, row, column);
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = placeAt(activeRow, activeColumn);
    if (event.key === 'Enter' && at !== null) {
      event.preventDefault();
      return onOpen(at, 'key');
    }
    const page = Math.max(1, Math.floor(((viewport.current?.clientHeight ?? 0) - headOf(viewport.current)) / SIDE) - 1);
    const step = stepOf(event, at && { row: activeRow, column: activeColumn }, { rows, columns: columns.length, page });
    if (step === null) return;
    event.preventDefault();
    moveTo(step.row, step.column);
  }

  function onClick({ target }: MouseEvent) {
    const cell = (target as Element).closest<HTMLElement>('td[data-row]');
    if (cell === null) return;
    const to = placeAt(Number(cell.dataset.row), Number(cell.dataset.column));
    if (to === null) return;
    onPlace(to);
    onOpen(to, 'click');
  }

  function onFocus() {
    if (place !== null) return;
    const first = placeAt(rows[0]?.kind === 'team' ? 1 : 0, 0);
    if (first !== null) onPlace(first);
  }

  return (
    <div
      ref={viewport}
      className={`relative mt-4 max-h-[75dvh] overflow-auto overscroll-contain rounded-md border border-line ${NAMES}`}
    >
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved over by keys is a grid
        role="grid"
        aria-label={t('grid')}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isShown ? cellId(activeRow, activeColumn) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        className="w-max border-separate border-spacing-0"
      >
        <MatrixHeader {...{ cohort, arranged, titles, now }} />
        <tbody>
          <Gap height={shown[0]?.start ?? 0} />
          {shown.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={row.id ?? ''} aria-rowindex={index + 3} className="h-9">
                {row.kind === 'team' ? (
                  <TeamCells row={row} columns={columns.length} />
                ) : (
                  <LearnerCells
                    {...{ cohort, row, columns, textOf }}
                    index={index}
                    prefix={id}
                    active={index === activeRow ? activeColumn : -1}
                  />
                )}
              </tr>
            );
          })}
          <Gap height={virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** Rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}

const headOf = (viewport: HTMLElement | null) => viewport?.querySelector('thead')?.offsetHeight ?? 0;

/** Scrolls as little as shows a cell beside the names and under the exercises, which lie over the rest. */
function reveal(viewport: HTMLElement, row: number, column: number) {
  const head = headOf(viewport);
  const names = viewport.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0;
  const [top, left] = [row * SIDE, column * SIDE];
  viewport.scrollTop = Math.min(top, Math.max(viewport.scrollTop, head + top + SIDE - viewport.clientHeight));
  viewport.scrollLeft = Math.min(left, Math.max(viewport.scrollLeft, names + left + SIDE - viewport.clientWidth));
}
