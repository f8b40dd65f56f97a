import { zeroContour } from '../decision-boundary/plane';
import type { Surface } from './surfaces';

/** Cells along each side of the drawing. */
export const CELLS = 48;
const LEVELS = 9;

/**
 * Level lines of a surface as SVG paths in cells, evenly spaced in the logarithm of its height above the minimum, so that
 * the bottom of a ravine is drawn as well as its walls.
 */
export function contourPaths({ value, low, box }: Surface): string[] {
  const heights = new Float32Array(CELLS * CELLS);
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const x = box.left + (box.side * (column + 0.5)) / CELLS;
      const y = box.bottom + box.side - (box.side * (row + 0.5)) / CELLS;
      heights[row * CELLS + column] = Math.log(value([x, y]) - low + 1e-3);
    }
  }
  const sorted = heights.toSorted();
  const least = sorted[Math.floor(heights.length / 100)] as number;
  const most = sorted[heights.length - 1] as number;
  return Array.from({ length: LEVELS }, (_, i) => {
    const level = least + ((most - least) * (i + 0.5)) / LEVELS;
    return zeroContour(
      heights.map((height) => height - level),
      CELLS,
    );
  });
}
