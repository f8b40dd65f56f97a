import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useId, useRef } from 'react';
import { stepOf } from './step';

/** A cell, by whose and what: it stays the same cell when the grid is arranged anew. */
export interface Place {
  learner: string;
  exercise: string;
}

/** Where the cells of a row get their ids and the mark of the active one. */
export interface RowPlace {
  /** Of the row, and what the ids of its cells begin with. */
  index: number;
  prefix: string;
  /** Column of the active cell; -1: it is not in this row. */
  active: number;
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly { id: string }[];
  /** Width of a column in pixels, as its classes have it. */
  width: number;
  /** Two rows of heads. */
  head: ReactNode;
  /** Cells of a row: `td` with the id `PREFIX-ROW-COLUMN` and both as data. */
  children: (row: Row, at: RowPlace) => ReactNode;
  place: Place | null;
  onPlace: (place: Place) => void;
  /** Enter or a click on a cell. */
  onOpen: (place: Place, how: 'key' | 'click') => void;
  ref: Ref<HTMLTableElement>;
}

/** Height of a row, as the class `h-9` has it. */
const HEIGHT = 36;
const NAMES = '[--names:9rem] sm:[--names:16rem]';

/**
 * Learners by exercises: names stay at the left, exercises at the top, only the rows in view are in the page. The focus stands
 * on the grid, which names its active cell; keys move that, Enter opens it.
 */
export function CellGrid<Row extends { kind: 'learner' | 'team'; id: string | null }>({
  label,
  rows,
  columns,
  width,
  head,
  children,
  place,
  onPlace,
  onOpen,
  ref,
}: Props<Row>) {
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => HEIGHT,
    overscan: 6,
    // What it will be at most (see `max-h` below), so that the first rows drawn are all that are seen.
    initialRect: { width: 0, height: 0.75 * window.innerHeight },
  });
  const shown = virtualizer.getVirtualItems();
  const activeRow = rows.findIndex((row) => row.kind === 'learner' && row.id === place?.learner);
  const activeColumn = columns.findIndex((column) => column.id === place?.exercise);
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;
  const isShown = activeColumn >= 0 && shown.some(({ index }) => index === activeRow);

  function placeAt(row: number, column: number): Place | null {
    const [to, exercise] = [rows[row], columns[column]];
    return to?.kind === 'learner' && to.id !== null && exercise ? { learner: to.id, exercise: exercise.id } : null;
  }

  function moveTo(row: number, column: number) {
    const to = placeAt(row, column);
    if (to === null || viewport.current === null) return;
    onPlace(to);
    reveal(viewport.current, row, column, width);
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = placeAt(activeRow, activeColumn);
    if (event.key === 'Enter' && at !== null) {
      event.preventDefault();
      return onOpen(at, 'key');
    }
    const page = Math.max(
      1,
      Math.floor(((viewport.current?.clientHeight ?? 0) - headOf(viewport.current)) / HEIGHT) - 1,
    );
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
        aria-label={label}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 1}
        aria-activedescendant={isShown ? cellId(activeRow, activeColumn) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        className="table-fixed border-separate border-spacing-0"
        style={{ width: `calc(var(--names) + ${width * columns.length}px)` }}
      >
        <colgroup>
          <col className="w-(--names)" />
          <col span={columns.length} style={{ width }} />
        </colgroup>
        {head}
        <tbody>
          <Gap height={shown[0]?.start ?? 0} />
          {shown.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={row.id ?? ''} aria-rowindex={index + 3} className="h-9">
                {children(row, { index, prefix: id, active: index === activeRow ? activeColumn : -1 })}
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
function reveal(viewport: HTMLElement, row: number, column: number, width: number) {
  const head = headOf(viewport);
  const names = viewport.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0;
  const [top, left] = [row * HEIGHT, column * width];
  viewport.scrollTop = Math.min(top, Math.max(viewport.scrollTop, head + top + HEIGHT - viewport.clientHeight));
  viewport.scrollLeft = Math.min(left, Math.max(viewport.scrollLeft, names + left + width - viewport.clientWidth));
}
