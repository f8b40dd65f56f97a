import { tensorColor, tensorTextColor } from '@/components/ui/tensor-scale';

/** Colours are kept to the pale third of the scale, so that the numbers on them can be read. */
const PALE = 3;

/** One element as drawn; `repeated` is one that is read again and stands nowhere in memory. */
export type Cell = { value: number; repeated: boolean };

/**
 * A tensor as blocks of numbers: the last axis runs across, the one before it down, the one before that gives sheets.
 *
 * @param cells row-major, as many as `shape` has elements
 * @param max the value that gets full colour
 */
export function Blocks(props: { label: string; shape: readonly number[]; cells: readonly Cell[]; max: number }) {
  const { label, shape, cells, max } = props;
  const across = shape.at(-1) ?? 1;
  const perSheet = across * (shape.at(-2) ?? 1);
  const sheets = Array.from({ length: cells.length / perSheet }, (_, i) =>
    cells.slice(i * perSheet, (i + 1) * perSheet),
  );
  return (
    <div>
      <p className="figure-note">{label}</p>
      <div
        className="broadcast-sheets"
        role="img"
        aria-label={`${label}: ${cells.map(({ value }) => value).join(', ')}`}
      >
        {sheets.map((sheet, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its index
          <div key={i} className="broadcast-sheet" style={{ gridTemplateColumns: `repeat(${across}, 2rem)` }}>
            {sheet.map(({ value, repeated }, j) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: an element is its index
                key={j}
                data-repeated={repeated}
                style={
                  repeated
                    ? undefined
                    : { background: tensorColor(value, PALE * max), color: tensorTextColor(value, PALE * max) }
                }
              >
                {value}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
