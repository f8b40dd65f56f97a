import { tensorColor } from '@/components/ui/tensor-scale';
import { Plot, type PlotFrame, plotPath, toX, toY } from '../plot';
import { EDGE, type Place, SURFACES, type SurfaceName } from './surfaces';

const FRAME: PlotFrame = { x: [-1.6, 1.6], y: [-2.6, 2.6], width: 300, height: 260 };
const SAMPLES = Array.from({ length: 65 }, (_, n) => FRAME.x[0] + (n / 64) * (FRAME.x[1] - FRAME.x[0]));

/** One of the three curves with the ball, its way and its tangent. */
function CurveDrawing({ name, path, label }: { name: SurfaceName; path: readonly Place[]; label: string }) {
  const { f, gradient } = SURFACES[name];
  const [x] = path.at(-1) as Place;
  const [slope] = gradient(x, 0);
  const tangent = [-0.35, 0.35].map((d) => [x + d, f(x, 0) + slope * d] as const);
  return (
    <Plot
      frame={FRAME}
      label={label}
      xTicks={[-1, 0, 1].map((at) => ({ at, text: String(at).replace('-', '−') }))}
      yTicks={[-2, 0, 2].map((at) => ({ at, text: String(at).replace('-', '−') }))}
      xName="x"
      yName="f(x)"
    >
      <path
        d={plotPath(
          FRAME,
          SAMPLES.map((at) => [at, f(at, 0)]),
        )}
        className="landscape-line"
      />
      <path d={plotPath(FRAME, tangent)} className="landscape-next" />
      <path d={path.map(([at]) => `${plotPath(FRAME, [[at, f(at, 0)]])}h0`).join('')} className="landscape-steps" />
      <circle cx={toX(FRAME, x).toFixed(1)} cy={toY(FRAME, f(x, 0)).toFixed(1)} r="7" className="landscape-now" />
    </Plot>
  );
}

/** An oblique view: x to the right, y towards the reader, the height upwards. */
const project = (x: number, y: number, z: number) =>
  `${(139 + 62 * x - 30 * y).toFixed(1)} ${(138 + 8 * x + 34 * y - 32 * z).toFixed(1)}`;

const CELLS = 10;
const edge = (n: number) => -EDGE + (2 * EDGE * n) / CELLS;

/** The saddle as a surface of coloured tiles, drawn from the far side to the near one, with the ball on it. */
function SaddleDrawing({ path, label }: { path: readonly Place[]; label: string }) {
  const { f } = SURFACES.saddle;
  const corner = (i: number, j: number) => project(edge(i), edge(j), f(edge(i), edge(j)));
  const steps = path.map(([x, y]) => project(x, y, f(x, y)));
  const [cx, cy] = (steps.at(-1) as string).split(' ');
  return (
    <svg className="plot figure-plot" viewBox="-30 -18 338 308" role="img" aria-label={label}>
      {Array.from({ length: CELLS * CELLS }, (_, n) => {
        const [i, j] = [n % CELLS, Math.floor(n / CELLS)];
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its index
            key={n}
            className="zoo-tile"
            d={`M${corner(i, j)}L${corner(i + 1, j)}L${corner(i + 1, j + 1)}L${corner(i, j + 1)}z`}
            style={{ fill: tensorColor(f(edge(i + 0.5), edge(j + 0.5)), 3) }}
          />
        );
      })}
      <path d={`M${steps.join('L')}`} className="landscape-path" />
      <circle cx={cx} cy={cy} r="7" className="landscape-now" />
    </svg>
  );
}

/** The function with the ball on it. */
export function ZooDrawing(props: { name: SurfaceName; path: readonly Place[]; label: string }) {
  return props.name === 'saddle' ? <SaddleDrawing {...props} /> : <CurveDrawing {...props} />;
}
