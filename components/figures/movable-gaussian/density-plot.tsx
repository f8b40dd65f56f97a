import { dragHandlers } from '../drag';
import { density } from './gaussian';
import { type GaussianState, MU_RANGE, SIGMA_RANGE, settle } from './state';

const LEFT = 30;
const WIDTH = 280;
const BASE = 180;
const HEIGHT = 170;

const xOf = (x: number) => LEFT + (WIDTH * x) / MU_RANGE.max;
const valueAt = (x: number) => ((x - LEFT) / WIDTH) * MU_RANGE.max;

/** The density over 0 to 6 with a stem at each datum, and two handles: its top moves μ, its shoulder at μ ± σ moves σ. */
export function DensityPlot(props: {
  xs: readonly number[];
  state: GaussianState;
  label: string;
  onChange?: (state: GaussianState) => void;
}) {
  const { xs, state, onChange } = props;
  const { mu, sigma } = state;
  const p = (x: number) => density(x, mu, sigma);
  const top = [0.5, 1, 2, 4].find((one) => p(mu) <= one) ?? 4;
  const yOf = (value: number) => BASE - (HEIGHT * value) / top;
  // Samples a 160th apart would miss a peak of σ = 0.1: take them relative to the density's own centre as well.
  const samples = [
    ...Array.from({ length: 121 }, (_, i) => (MU_RANGE.max * i) / 120),
    ...Array.from({ length: 81 }, (_, i) => mu + (sigma * (i - 40)) / 10),
  ].filter((x) => x >= MU_RANGE.min && x <= MU_RANGE.max);
  const curve = samples
    .sort((a, b) => a - b)
    .map((x) => `${xOf(x).toFixed(1)} ${yOf(p(x)).toFixed(1)}`)
    .join('L');
  const shoulder = mu + sigma <= MU_RANGE.max ? mu + sigma : mu - sigma;
  return (
    <svg className="figure-plot" viewBox="0 0 320 200" role="img" aria-label={props.label}>
      <line x1={LEFT} y1={BASE} x2={LEFT + WIDTH} y2={BASE} className="figure-axis" />
      {[0, 1, 2, 3, 4, 5, 6].map((x) => (
        <text key={x} x={xOf(x)} y={BASE + 15} className="figure-tick" textAnchor="middle">
          {x}
        </text>
      ))}
      {[0, top / 2, top].map((value) => (
        <text key={value} x={LEFT - 5} y={yOf(value) + 4} className="figure-tick" textAnchor="end">
          {value}
        </text>
      ))}
      {top > 1 && (
        <line x1={LEFT} y1={yOf(1)} x2={LEFT + WIDTH} y2={yOf(1)} className="figure-axis" strokeDasharray="4" />
      )}
      <path d={`M${xOf(0)} ${BASE}L${curve}L${xOf(MU_RANGE.max)} ${BASE}Z`} className="figure-area" />
      <path d={`M${curve}`} className="figure-line" />
      <g className="figure-stems">
        {xs.map((x) => (
          <g key={x}>
            <line x1={xOf(x)} y1={BASE + 5} x2={xOf(x)} y2={yOf(p(x)).toFixed(2)} />
            <circle cx={xOf(x)} cy={yOf(p(x)).toFixed(2)} r="3.5" />
          </g>
        ))}
      </g>
      <Handle
        x={xOf(mu)}
        y={yOf(p(mu))}
        name="μ"
        onDrag={onChange && ((x) => onChange({ ...state, mu: settle(valueAt(x), MU_RANGE) }))}
      />
      <Handle
        x={xOf(shoulder)}
        y={yOf(p(shoulder))}
        name="σ"
        onDrag={onChange && ((x) => onChange({ ...state, sigma: settle(Math.abs(valueAt(x) - mu), SIGMA_RANGE) }))}
      />
    </svg>
  );
}

function Handle(props: { x: number; y: number; name: string; onDrag?: (x: number, y: number) => void }) {
  return (
    <g className="figure-handle figure-drag" data-name={props.name} {...dragHandlers(props.onDrag)}>
      <circle cx={props.x.toFixed(2)} cy={props.y.toFixed(2)} r="20" fill="transparent" />
      <circle cx={props.x.toFixed(2)} cy={props.y.toFixed(2)} r="8.5" className="figure-knob" />
      <text x={props.x.toFixed(2)} y={(props.y + 3.5).toFixed(2)} className="figure-knob-name" textAnchor="middle">
        {props.name}
      </text>
    </g>
  );
}
