/** A point of the loss curve. */
export type LossPoint = { step: number; loss: number };

const MOST_POINTS = 300;

/** Appends a point; when the curve gets long, every other point goes, so that it stays a few hundred for ever. */
export function appendLoss(history: readonly LossPoint[], point: LossPoint): LossPoint[] {
  const kept = history.length < MOST_POINTS ? history : history.filter((_, i) => i % 2 === 0);
  return [...kept, point];
}

/**
 * The curve as an SVG path in a box of `width` × `height`: steps from left to right, losses from 0 (bottom) to the
 * largest finite one. Points that are not finite are left out.
 */
export function lossPath(history: readonly LossPoint[], width: number, height: number): { path: string; top: number } {
  const points = history.filter((point) => Number.isFinite(point.loss));
  const top = Math.max(0.8, ...points.map((point) => point.loss));
  const last = Math.max(1, points.at(-1)?.step ?? 1);
  const path = points
    .map(({ step, loss }, i) => {
      const x = (step / last) * width;
      const y = height - (loss / top) * height;
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
  return { path, top };
}
