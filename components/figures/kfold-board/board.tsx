import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { EXAMPLES } from './noise-data';

/** Examples of the test set as drawn: put away, in no fold. */
const TEST = 10;
const GAP = 1.5;
const COLUMNS = EXAMPLES + GAP + TEST;
/** Beyond this many folds a row is too thin for words. */
const NAMED_ROWS = 10;

/** Cells of one row as a path: `columns` in a row of height 1. */
const cells = (columns: readonly number[], row: number) =>
  columns.map((column) => `M${column + 0.08} ${row + 0.08}h.84v.84h-.84z`).join('');

/**
 * A row for each fold, a column for each example in the order of the folds: its validation examples in the colours of
 * their class, the others for training, and the test set beside them all.
 */
export function Board(props: {
  texts: FigureTexts<'kfold-board'>;
  folds: readonly (readonly number[])[];
  labels: readonly number[];
  scores: readonly number[];
}) {
  const { texts, folds, labels, scores } = props;
  const k = folds.length;
  const order = folds.flat();
  const columns = order.map((_, column) => column);
  const owner = folds.flatMap((fold, f) => fold.map(() => f));
  const test = Array.from({ length: TEST }, (_, t) => EXAMPLES + GAP + t);
  const of = (f: number, label: number) =>
    columns.filter((column) => owner[column] === f && labels[order[column] as number] === label);
  const named = k <= NAMED_ROWS;
  return (
    <div className="kfold-rows">
      <svg
        className="kfold-cells"
        viewBox={`0 0 ${COLUMNS} ${k}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={fill(texts.board, { k, n: EXAMPLES, sizes: folds.map((fold) => fold.length).join(', ') })}
      >
        <path d={folds.map((_, f) => cells(test, f)).join('')} data-part="test" />
        {folds.map((_, f) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fold is its index
          <g key={f}>
            <path
              d={cells(
                columns.filter((column) => owner[column] !== f),
                f,
              )}
              data-part="training"
            />
            <path d={cells(of(f, 0), f)} data-part="class-0" />
            <path d={cells(of(f, 1), f)} data-part="class-1" />
          </g>
        ))}
      </svg>
      <ol className="kfold-scores">
        {folds.map((_, f) =>
          named ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fold is its index
            <li key={f}>
              {fill(texts.foldScore, {
                score: Math.round(100 * (scores[f] ?? 0)),
                zeros: of(f, 0).length,
                ones: of(f, 1).length,
              })}
            </li>
          ) : null,
        )}
        {!named && <li>{texts.manyFolds}</li>}
      </ol>
    </div>
  );
}
