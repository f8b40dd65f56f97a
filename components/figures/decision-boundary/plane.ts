/** The square that is drawn: both coordinates from −EXTENT to EXTENT. */
export const EXTENT = 1.2;

/** Centres of `cells` × `cells` squares over the plane, row by row from the top left: [cells², 2]. */
export function gridPoints(cells: number): Float32Array {
  const points = new Float32Array(2 * cells * cells);
  const at = (index: number) => -EXTENT + (2 * EXTENT * (index + 0.5)) / cells;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const i = 2 * (row * cells + column);
      points[i] = at(column);
      points[i + 1] = -at(row);
    }
  }
  return points;
}

/** tanh(z/2) = 2σ(z) − 1: how far the net leans to class 1 (towards 1) or class 0 (towards −1). */
export function lean(logit: number): number {
  return Math.tanh(logit / 2);
}

/**
 * The grid's leans as SVG paths, one per level, each a union of horizontal runs of cells, in cells. For a drawing without
 * a canvas, which the server can make.
 *
 * @param levels odd; the levels are evenly spaced from −1 to 1
 */
export function leanPaths(logits: Float32Array, cells: number, levels = 17): { lean: number; path: string }[] {
  const half = (levels - 1) / 2;
  const paths = new Map<number, string>();
  for (let row = 0; row < cells; row++) {
    let start = 0;
    for (let column = 1; column <= cells; column++) {
      const level = (at: number) => Math.round(lean(logits[row * cells + at] as number) * half);
      if (column < cells && level(column) === level(start)) continue;
      const key = level(start);
      paths.set(key, `${paths.get(key) ?? ''}M${start} ${row}h${column - start}v1h-${column - start}z`);
      start = column;
    }
  }
  return [...paths].map(([level, path]) => ({ lean: level / half, path }));
}

/**
 * Where the logit is 0, by marching squares with linear interpolation: an SVG path in cells, cell centres at halves.
 * Empty when the grid has one sign.
 */
export function zeroContour(logits: Float32Array, cells: number): string {
  const value = (row: number, column: number) => logits[row * cells + column] as number;
  const parts: string[] = [];
  for (let row = 0; row + 1 < cells; row++) {
    for (let column = 0; column + 1 < cells; column++) {
      // Corners clockwise from the top left; each edge joins a corner with the next.
      const corners = [
        [row, column],
        [row, column + 1],
        [row + 1, column + 1],
        [row + 1, column],
      ] as const;
      const crossings: string[] = [];
      corners.forEach(([r0, c0], index) => {
        const [r1, c1] = corners[(index + 1) % 4] as readonly [number, number];
        const a = value(r0, c0);
        const b = value(r1, c1);
        if (a > 0 === b > 0) return;
        const t = a / (a - b);
        crossings.push(`${(c0 + t * (c1 - c0) + 0.5).toFixed(2)} ${(r0 + t * (r1 - r0) + 0.5).toFixed(2)}`);
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) parts.push(`M${crossings[i]}L${crossings[i + 1]}`);
    }
  }
  return parts.join('');
}

/**
 * Whether the logits are one affine function of the plane, so that the boundary is a straight line: every second
 * difference along rows and columns vanishes within float32 rounding of their range.
 */
export function isAffine(logits: Float32Array, cells: number): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const z of logits) {
    low = Math.min(low, z);
    high = Math.max(high, z);
  }
  const tolerance = 1e-4 * (high - low) + 1e-6;
  const bends = (a: number, b: number, c: number) =>
    Math.abs((logits[a] as number) - 2 * (logits[b] as number) + (logits[c] as number)) > tolerance;
  for (let row = 0; row < cells; row++) {
    for (let column = 1; column + 1 < cells; column++) {
      const along = row * cells + column;
      const down = column * cells + row;
      if (bends(along - 1, along, along + 1) || bends(down - cells, down, down + cells)) return false;
    }
  }
  return true;
}
