import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import { type Conv, weightsOf } from './chain';

/** Sides of the largest kernel, and of the grids that kernels and fields are drawn on. */
const GRID = 7;

/** A grid of 7 × 7 cells, the middle kh × kw of them filled; `frame` outlines the middle n × n. */
export function Cells({ kh, kw, frame }: { kh: number; kw: number; frame?: number }) {
  const inset = (size: number) => (GRID - size) / 2;
  const cells = Array.from({ length: GRID * GRID }, (_, i) => [i % GRID, Math.floor(i / GRID)] as const);
  const isIn = ([x, y]: readonly [number, number]) =>
    Math.abs(x - (GRID - 1) / 2) < kw / 2 && Math.abs(y - (GRID - 1) / 2) < kh / 2;
  const path = (some: typeof cells) => some.map(([x, y]) => `M${x + 0.06} ${y + 0.06}h.88v.88h-.88z`).join('');
  return (
    <svg className="factor-cells" viewBox={`-0.15 -0.15 ${GRID + 0.3} ${GRID + 0.3}`} aria-hidden="true">
      <path className="field-off" d={path(cells.filter((cell) => !isIn(cell)))} />
      <path className="field-on" d={path(cells.filter(isIn))} />
      {frame && (
        <rect className="factor-frame" x={inset(frame)} y={inset(frame)} width={frame} height={frame} fill="none" />
      )}
    </svg>
  );
}

/** The layers from the input to the output, each a button that chooses it. */
export function Board(props: {
  texts: FigureTexts<'factor-it'>;
  chain: readonly Conv[];
  channels: number;
  at: number;
  onChoose?: (at: number) => void;
}) {
  const { texts, chain, channels, at, onChoose } = props;
  return (
    <ol className="factor-chain" aria-label={texts.chain}>
      {chain.map((conv, index) => {
        const values = {
          layer: index + 1,
          kernel: `${conv.kh}×${conv.kw}`,
          from: conv.from * channels,
          to: conv.to * channels,
          weights: counted(weightsOf([conv], channels)),
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place in the chain
          <li key={index}>
            <button
              type="button"
              className="figure-button factor-layer"
              aria-pressed={index === at}
              aria-label={fill(texts.layer, values)}
              disabled={!onChoose}
              onClick={onChoose && (() => onChoose(index))}
            >
              <Cells kh={conv.kh} kw={conv.kw} />
              <span>{values.kernel}</span>
              <span>
                {values.from} → {values.to}
              </span>
              <span>{values.weights}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
