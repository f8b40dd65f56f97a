import { Plot, type PlotFrame, plotPath, toX, toY } from '../plot';
import { PlotHandle } from '../plot-handle';
import { curvature, leastSquares, mseGradient, type Parameters, type Point } from './regression';
import { B_RANGE, W_RANGE } from './state';

const FRAME: PlotFrame = { x: [W_RANGE.min, W_RANGE.max], y: [B_RANGE.min, B_RANGE.max], width: 300, height: 300 };
const UNIT = FRAME.width / (W_RANGE.max - W_RANGE.min);
/** √(L − Lmin) of the contours drawn: evenly spaced, as the bowl is a parabola. */
const LEVELS = [10, 8, 6.5, 5, 3.5, 2, 1, 0.4];
/** Long enough to cross the picture where the valley is flat and the ellipse has no end. */
const LONGEST = 400;

/** A dot for each point of the path: lines of no length, with round caps. */
const dots = (path: readonly Parameters[]) =>
  path.map((at) => `${plotPath(FRAME, [at])}h0`.replace(/^h0$/, '')).join('');

/** The bowl of L(w, b) from above: exact contours (ellipses), the way so far, the next step, and the movable (w, b). */
export function Landscape(props: {
  points: readonly Point[];
  path: readonly Parameters[];
  rate: number;
  label: string;
  handleLabel: string;
  handleText: string;
  onStart?: (start: Parameters) => void;
}) {
  const { points, path, rate } = props;
  const { steep, flat, angle } = curvature(points);
  const { best, unique } = leastSquares(points);
  const at = path.at(-1) ?? [0, 0];
  const [dw, db] = mseGradient(points, at);
  const radius = (level: number, lambda: number) => Math.min(LONGEST, level / Math.sqrt(lambda / 2)) * UNIT;
  const center = `${toX(FRAME, best[0]).toFixed(2)} ${toY(FRAME, best[1]).toFixed(2)}`;
  return (
    <Plot
      frame={FRAME}
      label={props.label}
      interactive
      xTicks={[-2, 0, 2, 4, 6].map((tick) => ({ at: tick, text: String(tick).replace('-', '−') }))}
      yTicks={[-4, -2, 0, 2, 4, 6].map((tick) => ({ at: tick, text: String(tick).replace('-', '−') }))}
      xName="w"
      yName="b"
      over={
        <PlotHandle
          frame={FRAME}
          at={at}
          nudge={[0.1, 0.1]}
          label={props.handleLabel}
          text={props.handleText}
          onMove={props.onStart}
        >
          <circle r="6" className="landscape-now" />
        </PlotHandle>
      }
    >
      <g transform={`translate(${center}) rotate(${((-angle * 180) / Math.PI).toFixed(2)})`}>
        {LEVELS.map((level) => (
          <ellipse
            key={level}
            className="landscape-level"
            rx={radius(level, steep).toFixed(1)}
            ry={radius(level, flat).toFixed(1)}
          />
        ))}
      </g>
      {unique && <path d={`M${center}m-4 -4l8 8m0 -8l-8 8`} className="landscape-best" />}
      <path d={plotPath(FRAME, path)} className="landscape-path" />
      <path d={dots(path)} className="landscape-steps" />
      <path d={plotPath(FRAME, [at, [at[0] - rate * dw, at[1] - rate * db]])} className="landscape-next" />
    </Plot>
  );
}
