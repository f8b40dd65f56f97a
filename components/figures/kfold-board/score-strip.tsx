import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { meanOf } from './cross-validate';

const WIDTH = 320;
const FLOOR = 74;
const at = (score: number) => 18 + score * (WIDTH - 36);

/**
 * Cross-validated scores of all drawings on one axis from 0 to 100 %, dots of similar score stacked; the reader's own is
 * marked, and below the axis what new examples say about it.
 */
export function ScoreStrip(props: {
  texts: FigureTexts<'kfold-board'>;
  scores: readonly number[];
  current: number;
  fresh: number;
}) {
  const { texts, scores, current, fresh } = props;
  const heights = new Map<number, number>();
  const dots = scores.map((score) => {
    const bin = Math.round(score * 40);
    const level = heights.get(bin) ?? 0;
    heights.set(bin, level + 1);
    return { x: at(bin / 40), y: FLOOR - 5 - 8.5 * level };
  });
  return (
    <svg
      className="kfold-strip"
      viewBox={`0 0 ${WIDTH} 108`}
      role="img"
      aria-label={fill(texts.strip, { mean: (100 * meanOf(scores)).toFixed(0), fresh: (100 * fresh).toFixed(0) })}
    >
      <line x1={at(0)} y1={FLOOR} x2={at(1)} y2={FLOOR} className="figure-axis" />
      <line x1={at(0.5)} y1="4" x2={at(0.5)} y2={FLOOR + 4} className="figure-dashed" />
      {dots.map(({ x, y }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its drawing
        <circle key={index} cx={x.toFixed(1)} cy={y} r="4" className="kfold-dot" data-current={index === current} />
      ))}
      <path d={`M${at(fresh).toFixed(1)} ${FLOOR + 3}l5 9h-10z`} className="kfold-fresh" />
      {[0, 0.25, 0.5, 0.75, 1].map((score) => (
        <text key={score} x={at(score)} y={FLOOR + 26} textAnchor="middle" className="figure-tick">
          {100 * score} %
        </text>
      ))}
    </svg>
  );
}
