import { lineAt } from '../cell-picker';
import { dragHandlers } from '../drag';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { fieldsOf, litCells, sidesFor } from './stack';
import { type FieldState, TOP } from './state';

/** Beyond this many inputs the cells would be thinner than a pixel. */
const WIDEST = 400;
/** Beyond this many inputs cells have no gap between them. */
const GAPS_UP_TO = 90;
/** Beyond this many lines from cell to cell they would be a grey mass. */
const MOST_LINES = 130;
/** Height of a level and of its cells, in SVG units; the rest is for the lines to the level below. */
const LEVEL = 10;
const CELL = 5;

/**
 * One side of the input and of every layer's output as rows of cells, the last layer on top. Cells stand over the middle of
 * what they see and are as wide as their neighbours are apart. What the chosen output cell depends on is lit.
 */
export function FieldDrawing(props: {
  texts: FigureTexts<'receptive-field-explorer'>;
  state: FieldState;
  onCell?: (cell: number) => void;
}) {
  const { texts, state, onCell } = props;
  const { layers, cell, down } = state;
  const count = layers.length;
  const fields = fieldsOf(layers);
  const sides = sidesFor(layers, TOP);
  const width = sides[0] as number;
  if (width > WIDEST) return <p className="figure-note field-wide">{fill(texts.tooWide, { width, most: WIDEST })}</p>;
  const lit = litCells(layers, cell);
  const share = width > GAPS_UP_TO ? 1 : 0.86;

  const top = (level: number) => LEVEL * (count - level);
  const middle = (level: number, at: number) => {
    const { start, jump } = fields[level] as (typeof fields)[number];
    return start + 0.5 + at * jump;
  };
  const cells = (level: number, which: readonly number[]) => {
    const wide = share * (fields[level]?.jump ?? 1);
    return which
      .map(
        (at) =>
          `M${+(middle(level, at) - wide / 2).toFixed(2)} ${top(level)}h${+wide.toFixed(2)}v${CELL}h${-wide.toFixed(2)}z`,
      )
      .join('');
  };
  const isLit = (level: number) => level >= count - down;
  const span = (level: number) => {
    const here = lit[level] as number[];
    return [here[0] as number, here.at(-1) as number] as const;
  };

  const levels = Array.from({ length: count + 1 }, (_, i) => count - i);
  const steps = levels.slice(0, -1).filter((level) => isLit(level - 1));
  const lines = steps.flatMap((level) => {
    const { k, s, d } = layers[level - 1] as (typeof layers)[number];
    return (lit[level] as number[]).flatMap((at) =>
      Array.from(
        { length: k },
        (_, tap) =>
          `M${middle(level, at)} ${top(level) + CELL}L${middle(level - 1, at * s + tap * d)} ${top(level - 1)}`,
      ),
    );
  });
  const cones = steps.map((level) => {
    const [[first, end], [low, high]] = [span(level), span(level - 1)];
    const half = (at: number) => (share * (fields[at]?.jump ?? 1)) / 2;
    return `M${middle(level, first) - half(level)} ${top(level) + CELL}L${middle(level, end) + half(level)} ${top(level) + CELL}L${middle(level - 1, high) + half(level - 1)} ${top(level - 1)}L${middle(level - 1, low) - half(level - 1)} ${top(level - 1)}z`;
  });
  const { jump, start } = fields[count] as (typeof fields)[number];
  const pick = (x: number) => onCell?.(lineAt(x - (start + 0.5 - jump / 2), jump, TOP));
  return (
    <div className="field-rows" style={{ height: `${(count > 6 ? 1.6 : 2.75) * (count + 1)}rem` }}>
      <ol className="field-names">
        {levels.map((level) => (
          <li key={level}>{level === 0 ? texts.input : fill(texts.after, { layer: level })}</li>
        ))}
      </ol>
      <svg
        className="field-cells"
        viewBox={`0 0 ${width} ${LEVEL * (count + 1)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={fill(texts.drawing, {
          cell,
          spans: levels
            .filter(isLit)
            .map((level) => {
              const [first, end] = span(level);
              const name = level === 0 ? texts.input : fill(texts.after, { layer: level });
              return fill(texts.span, { name, first, last: end, lit: (lit[level] as number[]).length });
            })
            .join(' '),
        })}
      >
        <path className="field-cone" d={cones.join('')} />
        {lines.length <= MOST_LINES && <path className="field-line" d={lines.join('')} />}
        {levels.map((level) => {
          const chosen = isLit(level) ? (lit[level] as number[]) : [];
          const others = Array.from({ length: sides[level] as number }, (_, at) => at).filter(
            (at) => !chosen.includes(at),
          );
          return (
            <g key={level}>
              <path className="field-off" d={cells(level, others)} />
              <path className={level === count ? 'field-top' : 'field-on'} d={cells(level, chosen)} />
            </g>
          );
        })}
        <rect
          className={onCell ? 'cells-sheet figure-drag' : undefined}
          fill="transparent"
          width={width}
          height={CELL + 1}
          {...dragHandlers(onCell && pick)}
        />
      </svg>
      <ol className="field-names field-counts">
        {levels.map((level) => {
          const [first, end] = span(level);
          return <li key={level}>{isLit(level) ? end - first + 1 : ''}</li>;
        })}
      </ol>
    </div>
  );
}
