import { fill } from '../fill';
import { Plot, type PlotFrame, plotPath, toX, toY } from '../plot';
import { PlotHandle } from '../plot-handle';
import type { Parameters, Point } from './regression';

const FRAME: PlotFrame = { x: [-2.5, 4.5], y: [-1, 11], width: 300, height: 300 };

/** The data with the line ŷ = wx + b and a residual from each point to it. Points move by pointer and by arrow keys. */
export function DataPlot(props: {
  points: readonly Point[];
  line: Parameters;
  label: string;
  /** `Point {n}`. */
  pointLabel: string;
  onPoints?: (points: Point[]) => void;
}) {
  const { points, line, onPoints } = props;
  const [w, b] = line;
  const ends = FRAME.x.map((x): Point => [x, w * x + b]);
  return (
    <Plot
      frame={FRAME}
      label={props.label}
      interactive
      xTicks={[-2, 0, 2, 4].map((tick) => ({ at: tick, text: String(tick).replace('-', '−') }))}
      yTicks={[0, 5, 10].map((tick) => ({ at: tick, text: String(tick) }))}
      xName="x"
      yName="y"
      over={points.map((point, n) => (
        <PlotHandle
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its index
          key={n}
          frame={FRAME}
          at={point}
          nudge={[0.2, 0.5]}
          label={fill(props.pointLabel, { n: n + 1 })}
          text={`x ${point[0]}, y ${point[1]}`}
          onMove={onPoints && ((to) => onPoints(points.map((old, m) => (m === n ? to : old))))}
        >
          <circle r="6" className="landscape-point" />
        </PlotHandle>
      ))}
    >
      <path
        className="landscape-residual"
        d={points
          .map(([x, y]) =>
            plotPath(FRAME, [
              [x, y],
              [x, w * x + b],
            ]),
          )
          .join('')}
      />
      <line
        className="landscape-line"
        x1={toX(FRAME, ends[0]?.[0] ?? 0)}
        y1={clip(toY(FRAME, ends[0]?.[1] ?? 0))}
        x2={toX(FRAME, ends[1]?.[0] ?? 0)}
        y2={clip(toY(FRAME, ends[1]?.[1] ?? 0))}
      />
    </Plot>
  );
}

/** Browsers draw nothing for coordinates of 1e38; a line that steep looks the same at 1e6. */
const clip = (value: number) => Math.max(-1e6, Math.min(1e6, value)).toFixed(1);
