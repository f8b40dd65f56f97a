import { mulberry32 } from '../rng';

/** The four classes of exercise `06/tiny-cnn`, by their label. */
export const SHAPES = ['disc', 'square', 'triangle', 'cross'] as const;
export type Shape = (typeof SHAPES)[number];

export const IMAGE_SIDE = 16;

/** Whether a pixel at (dx, dy) from the centre belongs to a shape of radius r. */
const INSIDE: Record<Shape, (dx: number, dy: number, r: number) => boolean> = {
  disc: (dx, dy, r) => dx * dx + dy * dy <= r * r,
  square: (dx, dy, r) => Math.abs(dx) <= 0.85 * r && Math.abs(dy) <= 0.85 * r,
  triangle: (dx, dy, r) => -r <= dy && dy <= 0.8 * r && Math.abs(dx) <= (dy + r) / 1.8,
  cross: (dx, dy, r) =>
    (Math.abs(dx) <= 0.35 * r && Math.abs(dy) <= r) || (Math.abs(dy) <= 0.35 * r && Math.abs(dx) <= r),
};

/** One image as `makeShapes` draws it, row-major. Its pixels are rounded to two decimals, so that sums can be checked by hand. */
function drawShape(rng: () => number): { shape: Shape; pixels: number[] } {
  const shape = SHAPES[Math.floor(4 * rng())] as Shape;
  const [r, cx, cy, intensity] = [3 + 3 * rng(), 6 + 4 * rng(), 6 + 4 * rng(), 0.6 + 0.4 * rng()];
  const pixels = Array.from({ length: IMAGE_SIDE ** 2 }, (_, i) => {
    const inside = INSIDE[shape]((i % IMAGE_SIDE) - cx, Math.floor(i / IMAGE_SIDE) - cy, r);
    const noise = Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
    return +(intensity * Number(inside) + 0.1 * noise).toFixed(2);
  });
  return { shape, pixels };
}

/** The first image of this shape that `makeShapes` draws from a seed: 256 pixels, mostly between −0.3 and 1.3. */
export function exampleOf(shape: Shape, seed: number): number[] {
  const rng = mulberry32(seed);
  for (;;) {
    const drawn = drawShape(rng);
    if (drawn.shape === shape) return drawn.pixels;
  }
}
