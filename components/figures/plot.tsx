import type { ReactNode } from 'react';

/** A box of the plane that a plot shows, and the drawing's side in SVG units. `y` grows upwards. */
export type PlotFrame = { x: readonly [number, number]; y: readonly [number, number]; width: number; height: number };

/** Data coordinates to SVG units. */
export const toX = ({ x, width }: PlotFrame, value: number) => ((value - x[0]) / (x[1] - x[0])) * width;
export const toY = ({ y, height }: PlotFrame, value: number) => height - ((value - y[0]) / (y[1] - y[0])) * height;

/** SVG units back to data coordinates. */
export function fromPlot({ x, y, width, height }: PlotFrame, [px, py]: readonly [number, number]): [number, number] {
  return [x[0] + (px / width) * (x[1] - x[0]), y[0] + (1 - py / height) * (y[1] - y[0])];
}

/** A polyline through data points as SVG path data; points that are not finite or far outside end it. */
export function plotPath(frame: PlotFrame, points: Iterable<readonly [number, number]>): string {
  const parts: string[] = [];
  for (const [x, y] of points) {
    const [px, py] = [toX(frame, x), toY(frame, y)];
    if (!(Math.abs(px) < 1e5 && Math.abs(py) < 1e5)) break;
    parts.push(`${parts.length === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`);
  }
  return parts.join('');
}

/** An SVG plot with its two axes at the left and the bottom; what is drawn (children) is clipped to the frame. */
export function Plot(props: {
  frame: PlotFrame;
  /** Said in place of the drawing; plots with handles inside are groups, so that the handles can be reached. */
  label: string;
  interactive?: boolean;
  xTicks: readonly { at: number; text: string }[];
  yTicks: readonly { at: number; text: string }[];
  xName: string;
  yName: string;
  children: ReactNode;
  /** Drawn over the frame without being clipped. */
  over?: ReactNode;
}) {
  const { frame } = props;
  const { width, height } = frame;
  return (
    <svg
      className="plot figure-plot"
      viewBox={`-30 -18 ${width + 38} ${height + 48}`}
      role={props.interactive ? 'group' : 'img'}
      aria-label={props.label}
    >
      <svg width={width} height={height} aria-hidden="true">
        {props.children}
      </svg>
      <svg overflow="visible" aria-hidden="true">
        <path d={`M0 0V${height}H${width}`} className="figure-axis" fill="none" />
        {props.xTicks.map(({ at, text }) => (
          <text key={at} x={toX(frame, at).toFixed(1)} y={height + 13} className="figure-tick" textAnchor="middle">
            {text}
          </text>
        ))}
        {props.yTicks.map(({ at, text }) => (
          <text key={at} x={-5} y={(toY(frame, at) + 3.5).toFixed(1)} className="figure-tick" textAnchor="end">
            {text}
          </text>
        ))}
        <text x={width} y={height + 27} className="figure-tick" textAnchor="end">
          {props.xName}
        </text>
        <text x={-24} y={-8} className="figure-tick">
          {props.yName}
        </text>
      </svg>
      {props.over}
    </svg>
  );
}
