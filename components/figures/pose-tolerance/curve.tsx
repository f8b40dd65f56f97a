import { Plot, type PlotFrame, plotPath, toX } from '../plot';
import { PlotHandle } from '../plot-handle';
import { pckCurve } from './pck';

const FRAME: PlotFrame = { x: [0, 1], y: [0, 1.03], width: 300, height: 170 };
const ALPHA_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const SHARE_TICKS = [0, 0.5, 1];

/** PCK against α, with the present α as a handle on it. Drawn up to α = 1. */
export function Curve(props: {
  /** Distances of the visible joints, in reference lengths. */
  distances: readonly number[];
  alpha: number;
  share: number;
  label: string;
  handleLabel: string;
  handleText: string;
  yName: string;
  onAlpha?: (alpha: number) => void;
}) {
  const { distances, alpha, share, onAlpha } = props;
  const isCounted = distances.length > 0;
  const x = toX(FRAME, alpha).toFixed(1);
  return (
    <Plot
      frame={FRAME}
      label={props.label}
      interactive
      xTicks={ALPHA_TICKS.map((at) => ({ at, text: String(at) }))}
      yTicks={SHARE_TICKS.map((at) => ({ at, text: `${100 * at}` }))}
      xName="α"
      yName={props.yName}
      over={
        <PlotHandle
          frame={FRAME}
          at={[alpha, isCounted ? share : 0]}
          along="x"
          nudge={[0.01, 0]}
          label={props.handleLabel}
          text={props.handleText}
          onMove={onAlpha && (([to]) => onAlpha(to))}
        >
          <circle r="6" className="landscape-now" />
        </PlotHandle>
      }
    >
      <path className="figure-dashed" d={`M${x} 0V${FRAME.height}`} />
      {isCounted && <path className="pose-curve" d={plotPath(FRAME, pckCurve(distances, 1))} />}
    </Plot>
  );
}
