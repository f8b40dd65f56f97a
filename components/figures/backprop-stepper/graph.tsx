import type { Sweep } from './net';
import { W1, W2 } from './net';
import { STEPS, type StepName, shown } from './steps';

const COLUMN = { x: 28, a: 140, h: 220, z: 340, loss: 420 } as const;
const ROW = [60, 222] as const;
const both = [0, 1] as const;

const reached = (now: StepName, step: StepName) => STEPS.indexOf(now) >= STEPS.indexOf(step);

/** A value in a circle, its name above and, once known, the slope of the loss below. */
function Node(props: { x: number; y: number; name: string; value: string; slope: string | null; current: boolean }) {
  const { x, y } = props;
  return (
    <g className="backprop-node" data-current={props.current}>
      <circle cx={x} cy={y} r={21} />
      <text x={x} y={y - 29} className="backprop-name">
        {props.name}
      </text>
      <text x={x} y={y + 5}>
        {props.value}
      </text>
      {props.slope !== null && (
        <text x={x} y={y + 41} className="backprop-slope">
          {props.slope}
        </text>
      )}
    </g>
  );
}

/** An arrow between two columns with its weight and, once known, the weight's slope; labels sit near its start. */
function Edge(props: {
  from: readonly [number, number];
  to: readonly [number, number];
  label: string;
  slope: string | null;
  current: boolean;
}) {
  const [x0, y0] = props.from;
  const [x1, y1] = props.to;
  const at = y0 === y1 ? 0.5 : 0.27;
  const x = x0 + 21 + at * (x1 - x0 - 42);
  const y = y0 + at * (y1 - y0) + (y0 === y1 ? (y0 < 120 ? -6 : 16) : 4);
  return (
    <g className="backprop-edge" data-current={props.current}>
      <line x1={x0 + 21} y1={y0} x2={x1 - 21} y2={y1} />
      <text x={x} y={y}>
        {props.label}
      </text>
      {props.slope !== null && (
        <text x={x} y={y0 === y1 && y0 < 120 ? y - 17 : y + 17} className="backprop-slope">
          {props.slope}
        </text>
      )}
    </g>
  );
}

/** The 2-2-2 net with all that is known at `step`. `hidden` names the one quantity that the quiz keeps back. */
export function BackpropGraph({ sweep: s, step, hidden }: { sweep: Sweep; step: StepName; hidden: string | null }) {
  const sub = (index: 0 | 1) => '₁₂'[index] as string;
  const known = (at: StepName, name: string, value: number) =>
    reached(step, at) ? (name === hidden ? '?' : shown(value)) : '';
  const slope = (at: StepName, name: string, value: number) =>
    reached(step, at) ? `${name === hidden ? '?' : shown(value)}` : null;
  const point = (column: keyof typeof COLUMN, row: 0 | 1) => [COLUMN[column], ROW[row]] as const;
  const lossAt = [COLUMN.loss, (ROW[0] + ROW[1]) / 2] as const;
  return (
    <svg viewBox="0 0 450 285" className="backprop-graph" aria-hidden="true">
      {both.flatMap((i) =>
        both.map((j) => (
          <Edge
            key={`1${i}${j}`}
            from={point('x', i)}
            to={point('a', j)}
            label={shown(W1[i][j])}
            slope={slope('dw1', `dw(x${sub(i)}→a${sub(j)})`, s.dw1[i][j])}
            current={step === 'a' || step === 'dw1' || step === 'dx'}
          />
        )),
      )}
      {both.map((j) => (
        <Edge
          key={`r${j}`}
          from={point('a', j)}
          to={point('h', j)}
          label=""
          slope={null}
          current={step === 'h' || step === 'da'}
        />
      ))}
      {both.flatMap((j) =>
        both.map((k) => (
          <Edge
            key={`2${j}${k}`}
            from={point('h', j)}
            to={point('z', k)}
            label={shown(W2[j][k])}
            slope={slope('dw2', `dw(h${sub(j)}→z${sub(k)})`, s.dw2[j][k])}
            current={step === 'z' || step === 'dw2' || step === 'dh'}
          />
        )),
      )}
      {both.map((k) => (
        <Edge
          key={`l${k}`}
          from={point('z', k)}
          to={lossAt}
          label=""
          slope={null}
          current={step === 'loss' || step === 'dz'}
        />
      ))}
      {both.map((i) => (
        <g key={i}>
          <Node
            {...at(point('x', i))}
            name={`x${sub(i)}`}
            value={shown(s.x[i])}
            slope={slope('dx', `dx${sub(i)}`, s.dx[i])}
            current={step === 'input' || step === 'dx'}
          />
          <Node
            {...at(point('a', i))}
            name={`a${sub(i)}`}
            value={known('a', `a${sub(i)}`, s.a[i])}
            slope={slope('da', `da${sub(i)}`, s.da[i])}
            current={step === 'a' || step === 'da'}
          />
          <Node
            {...at(point('h', i))}
            name={`h${sub(i)}`}
            value={known('h', `h${sub(i)}`, s.h[i])}
            slope={slope('dh', `dh${sub(i)}`, s.dh[i])}
            current={step === 'h' || step === 'dh'}
          />
          <Node
            {...at(point('z', i))}
            name={`z${sub(i)}`}
            value={known('z', `z${sub(i)}`, s.z[i])}
            slope={slope('dz', `dz${sub(i)}`, s.dz[i])}
            current={step === 'z' || step === 'dz'}
          />
        </g>
      ))}
      <Node {...at(lossAt)} name="L" value={known('loss', 'L', s.loss)} slope={null} current={step === 'loss'} />
    </svg>
  );
}

const at = ([x, y]: readonly [number, number]) => ({ x, y });
