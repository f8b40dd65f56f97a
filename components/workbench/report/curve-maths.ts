/** Where a curve is drawn: `length` points from the left to `width`, values from 0 at `height` to `top` at 0. */
export interface CurveFrame {
  length: number;
  top: number;
  width: number;
  height: number;
}

/** The largest finite value of either curve, at least a little above 0. */
export function curveTop(values: readonly (number | null)[], expected: readonly number[]): number {
  const finite = [...values, ...expected].filter((value): value is number => value !== null && Number.isFinite(value));
  return Math.max(1e-6, ...finite);
}

/** An SVG path through the points that are numbers; a gap where one is not. Below 0 counts as 0. */
export function curvePath(values: readonly (number | null)[], { length, top, width, height }: CurveFrame): string {
  let isDrawing = false;
  return values
    .map((value, at) => {
      if (value === null || !Number.isFinite(value)) {
        isDrawing = false;
        return '';
      }
      const x = length > 1 ? (width * at) / (length - 1) : 0;
      const y = height * (1 - Math.min(1, Math.max(0, value) / top));
      const command = isDrawing ? 'L' : 'M';
      isDrawing = true;
      return `${command}${+x.toFixed(1)} ${+y.toFixed(1)}`;
    })
    .join('');
}
