import { dragHandlers } from '../drag';
import { contour } from './gaussian';
import { type GaussianState, MU_RANGE, SIGMA_RANGE, settle } from './state';

const LEFT = 30;
const WIDTH = 280;
const TOP = 10;
const HEIGHT = 170;
const DROPS = [0.25, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

const LOW = Math.log(SIGMA_RANGE.min);
const SPAN = Math.log(SIGMA_RANGE.max) - LOW;

// Within the clipped plane, whose origin is its upper left corner.
const xOf = (mu: number) => (WIDTH * mu) / MU_RANGE.max;
const yOf = (sigma: number) => HEIGHT * (1 - (Math.log(sigma) - LOW) / SPAN);

/** Height lines of the log-likelihood over μ (across) and σ (up, logarithmic); the point is where the density stands. */
export function LikelihoodMap(props: {
  xs: readonly number[];
  state: GaussianState;
  label: string;
  onChange?: (state: GaussianState) => void;
}) {
  const { xs, state, onChange } = props;
  const move =
    onChange &&
    ((x: number, y: number) =>
      onChange({
        ...state,
        mu: settle((x / WIDTH) * MU_RANGE.max, MU_RANGE),
        sigma: settle(Math.exp(LOW + SPAN * (1 - y / HEIGHT)), SIGMA_RANGE),
      }));
  return (
    <svg className="figure-plot" viewBox="0 0 320 200" role="img" aria-label={props.label}>
      {[0, 1, 2, 3, 4, 5, 6].map((mu) => (
        <text key={mu} x={LEFT + xOf(mu)} y={TOP + HEIGHT + 15} className="figure-tick" textAnchor="middle">
          {mu === 6 ? 'μ' : mu}
        </text>
      ))}
      {[0.1, 0.3, 1, 3].map((sigma) => (
        <text key={sigma} x={LEFT - 5} y={TOP + yOf(sigma) + 4} className="figure-tick" textAnchor="end">
          {sigma === 3 ? 'σ' : sigma}
        </text>
      ))}
      <svg x={LEFT} y={TOP} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <g className="gaussian-heights">
          {DROPS.toReversed().map((drop) => {
            const points = contour(xs, drop, 2 * SIGMA_RANGE.max).map(
              ([mu, sigma]) => `${xOf(mu).toFixed(1)} ${yOf(sigma).toFixed(1)}`,
            );
            return <path key={drop} d={`M${points.join('L')}Z`} />;
          })}
        </g>
        <rect width={WIDTH} height={HEIGHT} className="gaussian-frame figure-drag" {...dragHandlers(move)} />
      </svg>
      <circle
        cx={LEFT + xOf(state.mu)}
        cy={(TOP + yOf(state.sigma)).toFixed(2)}
        r="6"
        className="figure-knob"
        pointerEvents="none"
      />
    </svg>
  );
}
