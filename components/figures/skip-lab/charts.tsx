import { Plot, type PlotFrame, plotPath, toX, toY } from '../plot';
import {
  CONSTANT,
  DRAWN,
  INPUTS,
  type Measurement,
  NETS,
  type NetPicture,
  type Snapshot,
  STEPS,
  TARGETS,
} from './trainer';

/** Losses are drawn by their decimal logarithm, those below the axis on it. */
const LOSS: PlotFrame = { x: [0, 1.04 * STEPS], y: [-6, 1], width: 300, height: 150 };
const FIT: PlotFrame = { x: [-1.05, 1.05], y: [-1.6, 1.6], width: 300, height: 150 };

const within = (value: number, [low, high]: readonly [number, number]) => Math.max(low, Math.min(high, value));
const POWERS: Record<number, string> = { 0: '1', [-2]: '10⁻²', [-4]: '10⁻⁴', [-6]: '10⁻⁶', [-8]: '10⁻⁸' };
const powerTicks = (exponents: readonly number[]) => exponents.map((at) => ({ at, text: POWERS[at] ?? '' }));

/** The three training losses over the steps; the dashes are what the best constant reaches. */
export function LossChart(props: { curve: readonly Measurement[]; label: string; xName: string; yName: string }) {
  return (
    <Plot
      frame={LOSS}
      label={props.label}
      xTicks={[0, STEPS / 2, STEPS].map((at) => ({ at, text: String(at) }))}
      yTicks={powerTicks([0, -2, -4, -6])}
      xName={props.xName}
      yName={props.yName}
    >
      <path
        className="skip-constant"
        d={plotPath(
          LOSS,
          LOSS.x.map((x) => [x, Math.log10(CONSTANT)] as const),
        )}
      />
      {NETS.map((name) => (
        <path
          key={name}
          className="skip-line"
          data-net={name}
          d={plotPath(
            LOSS,
            props.curve.map((one) => [one.step, within(Math.log10(one[name]), LOSS.y)] as const),
          )}
        />
      ))}
    </Plot>
  );
}

/** The points and the functions that the three nets give now. */
export function FitChart(props: { nets: Snapshot['nets']; label: string; yName: string }) {
  return (
    <Plot
      frame={FIT}
      label={props.label}
      xTicks={[-1, 0, 1].map((at) => ({ at, text: String(at).replace('-', '−') }))}
      yTicks={[-1, 0, 1].map((at) => ({ at, text: String(at).replace('-', '−') }))}
      xName="x"
      yName={props.yName}
    >
      {NETS.map((name) => (
        <path
          key={name}
          className="skip-line"
          data-net={name}
          d={plotPath(
            FIT,
            props.nets[name].outputs.map((y, i) => [DRAWN[i] as number, within(y, FIT.y)] as const),
          )}
        />
      ))}
      {Array.from(INPUTS, (x, i) => (
        <circle
          key={x}
          className="skip-point"
          r="2.5"
          cx={toX(FIT, x).toFixed(1)}
          cy={toY(FIT, TARGETS[i] as number).toFixed(1)}
        />
      ))}
    </Plot>
  );
}

/** Gradient norms are drawn by their logarithm; shorter ones than this leave no bar. */
const SHORTEST = -8;

/** One bar per layer for the length of its gradient; the other net's lengths as a line. */
export function NormBars(props: {
  shown: NetPicture;
  other: NetPicture;
  net: 'plain' | 'residual';
  label: string;
  xName: string;
  yName: string;
}) {
  const { shown, other, net } = props;
  const depth = shown.norms.length;
  const frame: PlotFrame = { x: [0.5, depth + 0.5], y: [SHORTEST, 1], width: 300, height: 150 };
  const exponent = (norm: number) => within(Math.log10(norm), frame.y);
  const slot = frame.width / depth;
  const ticks = depth <= 12 ? [1, depth] : [1, depth / 2, depth];
  return (
    <Plot
      frame={frame}
      label={props.label}
      xTicks={ticks.map((at) => ({ at, text: String(at) }))}
      yTicks={powerTicks([0, -4, -8])}
      xName={props.xName}
      yName={props.yName}
    >
      {shown.norms.map((norm, index) => {
        const height = (frame.height * (exponent(norm) - SHORTEST)) / (frame.y[1] - SHORTEST);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its index
            key={index}
            className="skip-bar"
            data-net={net}
            x={(slot * (index + 0.1)).toFixed(1)}
            width={(0.8 * slot).toFixed(1)}
            y={(frame.height - height).toFixed(1)}
            height={height.toFixed(1)}
          />
        );
      })}
      <path
        className="skip-line"
        data-net={net === 'plain' ? 'residual' : 'plain'}
        d={plotPath(
          frame,
          other.norms.map((norm, index) => [index + 1, exponent(norm)] as const),
        )}
      />
    </Plot>
  );
}
