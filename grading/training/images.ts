import { mulberry32 } from '../random';

/** Pixels along each side. */
export const SIDE = 16;

/** What an image shows, by label: five shapes, five textures. */
export const CLASSES = [
  'disc',
  'square',
  'triangle',
  'cross',
  'ring',
  'horizontal',
  'vertical',
  'diagonal',
  'checkerboard',
  'dots',
] as const;
export type ImageClass = (typeof CLASSES)[number];

/** Images to learn from and images to be judged by come from seeds of their own. */
export const LEARN_FROM = 0x5eed0001;
export const JUDGE_BY = 0x5eed0002;

/** Images and their labels: pixels row by row, image after image, [n, 16, 16, 1] in all. */
export interface LabelledImages {
  pixels: Float32Array;
  labels: Int32Array;
}

/** Deviation of the noise on every pixel. */
const NOISE = 0.2;

/** Whether a pixel belongs to the figure, at (x, y) from its centre; `size` in pixels, `phase` in [0, 1). */
type Inside = (x: number, y: number, size: number, phase: number) => boolean;

const isOdd = (value: number) => Math.abs(Math.floor(value)) % 2 === 1;
/** Every other stripe across `at`, `size` pixels to a pair. */
const stripes = (at: number, size: number, phase: number) => isOdd((2 * at) / size + 2 * phase);

const INSIDE: Readonly<Record<ImageClass, Inside>> = {
  disc: (x, y, r) => x * x + y * y <= r * r,
  square: (x, y, r) => Math.max(Math.abs(x), Math.abs(y)) <= 0.85 * r,
  triangle: (x, y, r) => -r <= y && y <= 0.8 * r && Math.abs(x) <= (y + r) / 1.8,
  cross: (x, y, r) => Math.min(Math.abs(x), Math.abs(y)) <= 0.3 * r && Math.max(Math.abs(x), Math.abs(y)) <= r,
  ring: (x, y, r) => x * x + y * y <= r * r && x * x + y * y >= 0.36 * r * r,
  horizontal: (_x, y, size, phase) => stripes(y, size, phase),
  vertical: (x, _y, size, phase) => stripes(x, size, phase),
  diagonal: (x, y, size, phase) => stripes((x + y) / Math.SQRT2, size, phase),
  checkerboard: (x, y, size, phase) => stripes(x, size, phase) !== stripes(y, size, phase),
  dots: (x, y, size) => (modulo(x, size) - size / 2) ** 2 + (modulo(y, size) - size / 2) ** 2 <= (0.3 * size) ** 2,
};

const modulo = (value: number, by: number) => value - by * Math.floor(value / by);

/**
 * `n` noisy images of ten classes, as many of each as of any other (±1), each at a place, of a size and of a contrast of its
 * own. A figure may be lighter or darker than its ground, so that no single pixel says anything. The same numbers give the
 * same images, here, in a page and on a server.
 *
 * @param seed an unsigned integer of 32 bits
 * @example const { pixels, labels } = makeImages(20, 1); // labels: 0, 1, … 9, 0, 1, … 9
 */
export function makeImages(n: number, seed: number): LabelledImages {
  const rng = mulberry32(seed);
  const area = SIDE * SIDE;
  const pixels = new Float32Array(n * area);
  const labels = Int32Array.from({ length: n }, (_, i) => i % CLASSES.length);
  for (let image = 0; image < n; image++) {
    const label = labels[image] as number;
    const inside = INSIDE[CLASSES[label] as ImageClass];
    const size = 4 + 2.5 * rng();
    const [cx, cy] = [6 + 3 * rng(), 6 + 3 * rng()];
    const phase = rng();
    const contrast = (rng() < 0.5 ? -1 : 1) * (0.7 + 0.6 * rng());
    for (let at = 0; at < area; at++) {
      const [x, y] = [(at % SIDE) - cx, Math.floor(at / SIDE) - cy];
      const noise = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
      pixels[image * area + at] = (inside(x, y, size, phase) ? contrast : -contrast) * 0.5 + NOISE * noise;
    }
  }
  return { pixels, labels };
}
