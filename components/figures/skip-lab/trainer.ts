import { createNet, gradientNorm, type Layer, lossAndGradients, type Net, outputsAt } from './net';

/** Weight layers of the plain net that runs along for comparison. */
export const SHALLOW = 8;
/** Steps of a full run, and how many lie between two points of the curves. */
export const STEPS = 1000;
export const MEASURE_EVERY = 10;

/** Twice this leaves seven of the first 24 residual nets of 56 layers stuck near the loss of a constant. */
const RATE = 0.005;
const MOMENTUM = 0.9;
const POINTS = 24;

export const NETS = ['shallow', 'plain', 'residual'] as const;
type NetName = (typeof NETS)[number];

/** The inputs [24], evenly from −1 to 1, and the sine wave that is to be learned from them. */
export const INPUTS = Float64Array.from({ length: POINTS }, (_, i) => -1 + (2 * i) / (POINTS - 1));
export const TARGETS = INPUTS.map((x) => Math.sin(2 * Math.PI * x));

/** Where the learned functions are drawn, [61]. */
export const DRAWN = Float64Array.from({ length: 61 }, (_, i) => -1 + i / 30);

/** The least mean squared error of a constant: the variance of the targets. */
export const CONSTANT = (() => {
  const mean = TARGETS.reduce((sum, y) => sum + y / POINTS, 0);
  return TARGETS.reduce((sum, y) => sum + (y - mean) ** 2 / POINTS, 0);
})();

/** Training losses of the three nets after `step` steps. */
export type Measurement = { step: number } & Record<NetName, number>;

/** `norms`: length of the gradient of each layer, from the input on. `outputs`: the net's function at {@link DRAWN}. */
export type NetPicture = { norms: number[]; outputs: number[] };
export type Snapshot = { curve: Measurement[]; now: Measurement; nets: Record<NetName, NetPicture> };

/** One net under gradient descent with momentum on all points at once. Its loss and gradients belong to its present weights. */
function createRunner(net: Net) {
  let result = lossAndGradients(net, INPUTS, TARGETS);
  const velocity: Layer[] = net.layers.map(({ w, b }) => ({ w: w.map(() => 0), b: b.map(() => 0) }));
  const move = (values: Float64Array, speed: Float64Array, slope: Float64Array) => {
    for (let i = 0; i < values.length; i++) {
      speed[i] = MOMENTUM * (speed[i] as number) + (slope[i] as number);
      values[i] = (values[i] as number) - RATE * (speed[i] as number);
    }
  };
  return {
    step(): void {
      net.layers.forEach(({ w, b }, index) => {
        const [v, slope] = [velocity[index] as Layer, result.gradients[index] as Layer];
        move(w, v.w, slope.w);
        move(b, v.b, slope.b);
      });
      result = lossAndGradients(net, INPUTS, TARGETS);
    },
    loss: () => result.loss,
    picture: (): NetPicture => ({
      norms: result.gradients.map(gradientNorm),
      outputs: Array.from(outputsAt(net, DRAWN)),
    }),
  };
}

/** Trains three nets side by side: a shallow plain one, and a plain and a residual one of `depth` weight layers. */
export function createTrainer({ depth, seed }: { depth: number; seed: number }) {
  const runners = {
    shallow: createRunner(createNet(SHALLOW, false, seed)),
    plain: createRunner(createNet(depth, false, seed)),
    residual: createRunner(createNet(depth, true, seed)),
  };
  let step = 0;
  const measure = (): Measurement => ({
    step,
    shallow: runners.shallow.loss(),
    plain: runners.plain.loss(),
    residual: runners.residual.loss(),
  });
  const curve = [measure()];
  return {
    /** Makes up to `steps` updates of each net; none after the end of the run. */
    advance(steps: number): void {
      for (let i = 0; i < steps && step < STEPS; i++) {
        for (const name of NETS) runners[name].step();
        step += 1;
        if (step % MEASURE_EVERY === 0) curve.push(measure());
      }
    },
    snapshot: (): Snapshot => ({
      curve: [...curve],
      now: measure(),
      nets: {
        shallow: runners.shallow.picture(),
        plain: runners.plain.picture(),
        residual: runners.residual.picture(),
      },
    }),
  };
}

/**
 * `fewer`: the deep nets are no deeper than the shallow one. `degraded`: the plain one is clearly behind the shallow one.
 * `rescued`: and the residual one is clearly before it.
 */
export type Verdict = 'fewer' | 'early' | 'none' | 'degraded' | 'rescued';

/** What the losses of nets of `depth` layers show; nothing before a fifth of the run. */
export function judge(depth: number, { step, shallow, plain, residual }: Measurement): Verdict {
  if (depth <= SHALLOW) return 'fewer';
  if (step < STEPS / 5) return 'early';
  if (plain < 2 * shallow) return 'none';
  return residual < plain / 2 ? 'rescued' : 'degraded';
}
