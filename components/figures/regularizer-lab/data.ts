import { mulberry32, normal } from '../rng';

/** Points of two classes: `points` is [n, 2] row by row, `labels[i]` is 0 or 1. */
export type Points = { points: Float32Array; labels: Float32Array };

/** Keeps a coordinate within the drawn square. */
const within = (value: number) => Math.max(-1.1, Math.min(1.1, value));

/** Two half moons that interlock and, with this much scatter, overlap: no boundary is right everywhere. */
function moons(count: number, seed: number): Points {
  const uniform = mulberry32(seed);
  const gauss = normal(uniform);
  const points = new Float32Array(2 * count);
  const labels = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const label = i % 2;
    const angle = Math.PI * uniform();
    const side = label ? -1 : 1;
    points[2 * i] = within(0.6 * (side * Math.cos(angle) - side * 0.5 + 0.3 * gauss()));
    points[2 * i + 1] = within(0.6 * (side * Math.sin(angle) - side * 0.25 + 0.3 * gauss()));
    labels[i] = label;
  }
  return { points, labels };
}

/** 40 points to train on, 400 others of the same kind to validate on. */
export function makeData(seed: number): { train: Points; validation: Points } {
  return { train: moons(40, 7919 * seed), validation: moons(400, 7919 * seed + 104_729) };
}
