import { mulberry32, normal } from '../rng';
import { type LabConfig, type Regularizer, STRENGTH } from './config';
import { makeData, type Points } from './data';
import { createNet, crossEntropy, intoRunning, type Layer, logitsAt, lossAndGradients, type Net } from './net';

/** Steps of a full run, and how many lie between two measurements. */
export const STEPS = 2000;
export const MEASURE_EVERY = 10;
const RATE = 0.03;
const MOMENTUM = 0.9;

/** Plain cross-entropy in evaluation, hard labels, no penalty: runs with different regularizers can be compared. */
export type Measurement = { step: number; train: number; validation: number; accuracy: number };

/** `now` measures the present net. `stopped`: early stopping has ended the run and brought back the net of `now.step`. */
export type Snapshot = { step: number; curve: Measurement[]; now: Measurement; stopped: boolean };

const parts = ['w', 'b', 'gamma', 'beta'] as const;

/** Trains 2-32-32-1 on 40 points by gradient descent with momentum on the whole training set, with the chosen regularizers. */
export function createTrainer({ on, seed }: LabConfig) {
  const { train, validation } = makeData(seed);
  const uses = (name: Regularizer) => on.includes(name);
  const batchNorm = uses('batchNorm');
  const inside = {
    batchNorm,
    dropout: uses('dropout') ? STRENGTH.dropout : 0,
    penalty: uses('penalty') ? STRENGTH.penalty : 0,
  };
  const epsilon = uses('smoothing') ? STRENGTH.smoothing : 0;
  const targets = train.labels.map((label) => (1 - epsilon) * label + epsilon / 2);
  const rng = mulberry32(31_337 * seed);
  const gauss = normal(mulberry32(271_828 * seed));
  let net = createNet(seed);
  let velocity: Layer[] = net.layers.map((layer) => ({
    w: layer.w.map(() => 0),
    b: layer.b.map(() => 0),
    gamma: layer.b.map(() => 0),
    beta: layer.b.map(() => 0),
  }));
  let step = 0;
  let stopped = false;
  let best: { net: Net; measured: Measurement } | null = null;
  let now: Measurement;
  const curve: Measurement[] = [];

  const lossOn = ({ points, labels }: Points) => {
    const logits = logitsAt(net, points, batchNorm);
    const loss = logits.reduce((sum, z, i) => sum + crossEntropy(z, labels[i] as number), 0) / labels.length;
    const right = logits.filter((z, i) => z > 0 === (labels[i] as number) > 0.5).length;
    return { loss, accuracy: right / labels.length };
  };

  const measure = (): Measurement => {
    const unseen = lossOn(validation);
    const measured = { step, train: lossOn(train).loss, validation: unseen.loss, accuracy: unseen.accuracy };
    curve.push(measured);
    if (!best || measured.validation < best.measured.validation) best = { net, measured };
    else if (uses('earlyStop') && step - best.measured.step >= STRENGTH.patience) {
      stopped = true;
      net = best.net;
      return best.measured;
    }
    return measured;
  };

  const update = () => {
    const points = Float64Array.from(train.points, (x) => (uses('noise') ? x + STRENGTH.noise * gauss() : x));
    const { gradients, statistics } = lossAndGradients(net, points, targets, inside, rng);
    velocity = velocity.map((v, index) => {
      const g = gradients[index] as Layer;
      const next = (part: (typeof parts)[number]) => v[part].map((old, i) => MOMENTUM * old + (g[part][i] as number));
      return { w: next('w'), b: next('b'), gamma: next('gamma'), beta: next('beta') };
    });
    const layers = net.layers.map((layer, index) => {
      const v = velocity[index] as Layer;
      const next = (part: (typeof parts)[number]) => layer[part].map((old, i) => old - RATE * (v[part][i] as number));
      return { w: next('w'), b: next('b'), gamma: next('gamma'), beta: next('beta') };
    });
    net = { layers, running: intoRunning(net.running, statistics, targets.length) };
  };

  now = measure();
  return {
    /** Makes up to `steps` updates; none after the end of the run or an early stop. */
    advance(steps: number): void {
      for (let i = 0; i < steps && step < STEPS && !stopped; i++) {
        update();
        step += 1;
        if (step % MEASURE_EVERY === 0) now = measure();
      }
    },
    snapshot: (): Snapshot => ({ step, curve, now, stopped }),
    /** Logits of the present net at points, [n, 2] row by row. */
    logits: (points: Float32Array): Float32Array => Float32Array.from(logitsAt(net, points, batchNorm)),
  };
}
