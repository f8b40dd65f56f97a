import type { Point, Surface } from './surfaces';

export const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'adagrad', 'adadelta', 'rmsprop', 'adam', 'adamw'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/**
 * What the reader sets. `rate` is η of the three methods whose step grows with the gradient, `adaptiveRate` that of the
 * methods that divide it out (Adadelta has none); `momentum` is μ; `decay` is AdamW's weight decay λ.
 */
export type Hyper = { rate: number; adaptiveRate: number; momentum: number; decay: number };

/** The decay rates and ε that the papers and PyTorch use; the race leaves them alone. */
const FIXED = {
  rmsRho: 0.9,
  adadeltaRho: 0.95,
  adadeltaEps: 1e-6,
  beta1: 0.9,
  beta2: 0.999,
  eps: 1e-8,
  adagradEps: 1e-10,
};

/** One coordinate's update: takes its weight and gradient, keeps its own state, gives the new weight. */
type CoordinateStep = (w: number, g: number) => number;

function momentumStep({ rate, momentum }: Hyper, nesterov: boolean): CoordinateStep {
  let v = 0;
  return (w, g) => {
    v = momentum * v + g;
    return w - rate * (nesterov ? g + momentum * v : v);
  };
}

function adagradStep({ adaptiveRate }: Hyper): CoordinateStep {
  let sum = 0;
  return (w, g) => {
    sum += g * g;
    return w - (adaptiveRate * g) / (Math.sqrt(sum) + FIXED.adagradEps);
  };
}

function rmspropStep({ adaptiveRate }: Hyper): CoordinateStep {
  let mean = 0;
  return (w, g) => {
    mean = FIXED.rmsRho * mean + (1 - FIXED.rmsRho) * g * g;
    return w - (adaptiveRate * g) / (Math.sqrt(mean) + FIXED.eps);
  };
}

function adadeltaStep(): CoordinateStep {
  const { adadeltaRho: rho, adadeltaEps: eps } = FIXED;
  let gradients = 0;
  let changes = 0;
  return (w, g) => {
    gradients = rho * gradients + (1 - rho) * g * g;
    const change = (g * Math.sqrt(changes + eps)) / Math.sqrt(gradients + eps);
    changes = rho * changes + (1 - rho) * change * change;
    return w - change;
  };
}

function adamStep({ adaptiveRate }: Hyper, decay: number): CoordinateStep {
  const { beta1, beta2, eps } = FIXED;
  let t = 0;
  let m = 0;
  let v = 0;
  return (w, g) => {
    t += 1;
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    const corrected = m / (1 - beta1 ** t);
    const scale = Math.sqrt(v / (1 - beta2 ** t)) + eps;
    return w * (1 - adaptiveRate * decay) - (adaptiveRate * corrected) / scale;
  };
}

const makers: Record<OptimizerName, (hyper: Hyper) => CoordinateStep> = {
  sgd: (hyper) => momentumStep({ ...hyper, momentum: 0 }, false),
  momentum: (hyper) => momentumStep(hyper, false),
  nesterov: (hyper) => momentumStep(hyper, true),
  adagrad: adagradStep,
  adadelta: adadeltaStep,
  rmsprop: rmspropStep,
  adam: (hyper) => adamStep(hyper, 0),
  adamw: (hyper) => adamStep(hyper, hyper.decay),
};

/** An optimizer of two parameters with fresh state: each call makes one update. */
export function createOptimizer(name: OptimizerName, hyper: Hyper): (p: Point, gradient: Point) => Point {
  const [stepX, stepY] = [makers[name](hyper), makers[name](hyper)];
  return ([x, y], [gx, gy]) => [stepX(x, gx), stepY(y, gy)];
}

/** Beyond this nothing comes back; the run counts as diverged. */
const FAR = 1e6;

/** Points 0…`steps` of one run, ending early where it diverged. */
export function trajectory(name: OptimizerName, surface: Surface, hyper: Hyper, start: Point, steps: number): Point[] {
  const update = createOptimizer(name, hyper);
  const points: Point[] = [start];
  let p = start;
  for (let i = 0; i < steps; i++) {
    p = update(p, surface.gradient(p));
    if (!(Math.abs(p[0]) < FAR && Math.abs(p[1]) < FAR)) break;
    points.push(p);
  }
  return points;
}
