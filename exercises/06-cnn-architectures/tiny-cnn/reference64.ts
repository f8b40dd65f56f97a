import type { Tensor64 } from '@/grading/central-differences';
import { mulberry32 } from '@/grading/random';

const [SIDE, HALF, CLASSES] = [16, 8, 4];
type Net64 = Record<'w1' | 'b1' | 'w2' | 'b2' | 'w3' | 'b3', Tensor64>;

/** A 3×3 convolution with padding 1 and ReLU of one image, [side, side, inputs] → [side, side, outputs]. */
function conv64(x: Float64Array, side: number, inputs: number, w: Float64Array, b: Float64Array): Float64Array {
  const outputs = b.length;
  const y = new Float64Array(side * side * outputs);
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      for (let o = 0; o < outputs; o++) {
        let sum = b[o] as number;
        for (let tap = 0; tap < 9; tap++) {
          const [row, column] = [i + Math.floor(tap / 3) - 1, j + (tap % 3) - 1];
          if (row < 0 || row >= side || column < 0 || column >= side) continue;
          for (let c = 0; c < inputs; c++) {
            sum += (x[(row * side + column) * inputs + c] as number) * (w[(tap * inputs + c) * outputs + o] as number);
          }
        }
        y[(i * side + j) * outputs + o] = Math.max(sum, 0);
      }
    }
  }
  return y;
}

/** The largest of 2×2 values, [16, 16, C] → [8, 8, C]. */
function pool64(x: Float64Array, channels: number): Float64Array {
  return Float64Array.from({ length: HALF * HALF * channels }, (_, at) => {
    const [cell, c] = [Math.floor(at / channels), at % channels];
    const corner = 2 * Math.floor(cell / HALF) * SIDE + 2 * (cell % HALF);
    const four = [0, 1, SIDE, SIDE + 1].map((step) => x[(corner + step) * channels + c] as number);
    return Math.max(...four);
  });
}

/** Mean cross-entropy of the network on some images, in double precision; x: [B, 16, 16, 1], labels: B classes. */
export function loss64(net: Net64, x: Tensor64, labels: readonly number[]): Tensor64 {
  const features = net.b2.values.length;
  let total = 0;
  for (const [n, label] of labels.entries()) {
    const image = x.values.subarray(n * SIDE * SIDE, (n + 1) * SIDE * SIDE);
    const pooled = pool64(conv64(image, SIDE, 1, net.w1.values, net.b1.values), net.b1.values.length);
    const maps = conv64(pooled, HALF, net.b1.values.length, net.w2.values, net.b2.values);
    const logits = Array.from(net.b3.values);
    for (const [at, value] of maps.entries()) {
      for (let k = 0; k < CLASSES; k++) {
        const weight = net.w3.values[(at % features) * CLASSES + k] as number;
        logits[k] = (logits[k] as number) + (value * weight) / HALF ** 2;
      }
    }
    const largest = Math.max(...logits);
    const sum = logits.reduce((all, z) => all + Math.exp(z - largest), 0);
    total += Math.log(sum) + largest - (logits[label] as number);
  }
  return { shape: [], values: Float64Array.of(total / labels.length) };
}

/** Which images a step draws, from the beginning of an rng. */
export function drawn64({ $rng }: { readonly $rng: number }, images: number, batch: number): number[] {
  const rng = mulberry32($rng);
  return Array.from({ length: batch }, () => Math.floor(rng() * images));
}

/** One image as the task says: its class and 256 pixels, row by row. */
function image64(rng: () => number): { label: number; pixels: number[] } {
  const label = Math.floor(CLASSES * rng());
  const [r, cx, cy, intensity] = [3 + 3 * rng(), 6 + 4 * rng(), 6 + 4 * rng(), 0.6 + 0.4 * rng()];
  const covers = (dx: number, dy: number): boolean => {
    if (label === 0) return dx ** 2 + dy ** 2 <= r ** 2;
    if (label === 1) return Math.max(Math.abs(dx), Math.abs(dy)) <= 0.85 * r;
    if (label === 2) return dy >= -r && dy <= 0.8 * r && Math.abs(dx) <= (dy + r) / 1.8;
    const [short, long] = [Math.abs(dx), Math.abs(dy)].sort((a, b) => a - b) as [number, number];
    return short <= 0.35 * r && long <= r;
  };
  const pixels = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const noise = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
    return (covers((at % SIDE) - cx, Math.floor(at / SIDE) - cy) ? intensity : 0) + 0.1 * noise;
  });
  return { label, pixels };
}

/** The images that a seed gives: pixels, [n, 16, 16, 1], and classes. */
export function shapes64(n: number, { $rng }: { readonly $rng: number }): { x: Tensor64; labels: number[] } {
  const rng = mulberry32($rng);
  const images = Array.from({ length: n }, () => image64(rng));
  return {
    x: { shape: [n, SIDE, SIDE, 1], values: Float64Array.from(images.flatMap(({ pixels }) => pixels)) },
    labels: images.map(({ label }) => label),
  };
}
