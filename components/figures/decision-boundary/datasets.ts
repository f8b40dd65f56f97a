import { mulberry32, normal } from '../rng';
import type { BoundaryConfig, SampledName } from './config';
import { toPlaneData, unpackPoints } from './own-points';

/** Points of the plane in two classes. `points` is [n, 2] row by row, within ±1.1; `labels[i]` is 0 or 1. */
export type PlaneData = { points: Float32Array; labels: Float32Array };

type Sampler = (index: number, uniform: () => number, gauss: () => number) => [x: number, y: number, label: 0 | 1];

const samplers: Record<SampledName, Sampler> = {
  // One cluster per quadrant; the classes lie on the diagonals.
  xor: (index, _, gauss) => {
    const right = index % 2;
    const top = (index >> 1) % 2;
    return [(right ? 0.55 : -0.55) + 0.16 * gauss(), (top ? 0.55 : -0.55) + 0.16 * gauss(), right === top ? 0 : 1];
  },
  circles: (index, uniform, gauss) => {
    const label = index % 2 === 0 ? 0 : 1;
    const radius = (label ? 0.88 : 0.38) + 0.06 * gauss();
    const angle = 2 * Math.PI * uniform();
    return [radius * Math.cos(angle), radius * Math.sin(angle), label];
  },
  // Two arms of one and a quarter turns.
  spirals: (index, uniform, gauss) => {
    const label = index % 2 === 0 ? 0 : 1;
    const t = Math.sqrt(uniform());
    const angle = 2.5 * Math.PI * t + label * Math.PI;
    const radius = 0.08 + 0.92 * t;
    return [radius * Math.cos(angle) + 0.025 * gauss(), radius * Math.sin(angle) + 0.025 * gauss(), label];
  },
};

/** The points that a net is trained on: the reader's own, or those of a data set. */
export function dataOf({ dataset, seed, own }: Pick<BoundaryConfig, 'dataset' | 'seed' | 'own'>): PlaneData {
  return dataset === 'own' ? toPlaneData(unpackPoints(own) ?? []) : makeData(dataset, seed);
}

/** `count` points of a data set; the same seed gives the same points. */
export function makeData(name: SampledName, seed: number, count = 160): PlaneData {
  const uniform = mulberry32(seed * 7919);
  const gauss = normal(uniform);
  const points = new Float32Array(2 * count);
  const labels = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const [x, y, label] = samplers[name](i, uniform, gauss);
    points[2 * i] = Math.max(-1.1, Math.min(1.1, x));
    points[2 * i + 1] = Math.max(-1.1, Math.min(1.1, y));
    labels[i] = label;
  }
  return { points, labels };
}
