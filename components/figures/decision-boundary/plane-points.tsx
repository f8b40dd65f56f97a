import type { PlaneData } from './datasets';
import { EXTENT, zeroContour } from './plane';

/** The points in both classes, circles and squares, and the line where the logits are 0. */
export function PlanePoints(props: { data: PlaneData; logits: Float32Array; cells: number }) {
  const { data, logits, cells } = props;
  const { points, labels } = data;
  const at = (value: number) => ((value + EXTENT) / (2 * EXTENT)) * cells;
  return (
    <svg viewBox={`0 0 ${cells} ${cells}`} aria-hidden="true" className="boundary-points">
      <path d={zeroContour(logits, cells)} className="boundary-line" />
      {Array.from(labels, (label, i) => {
        const x = at(points[2 * i] as number);
        const y = at(-(points[2 * i + 1] as number));
        const r = cells / 80;
        return label ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its index
          <circle key={i} cx={x.toFixed(2)} cy={y.toFixed(2)} r={r} data-label="1" />
        ) : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its index
            key={i}
            x={(x - r).toFixed(2)}
            y={(y - r).toFixed(2)}
            width={2 * r}
            height={2 * r}
            data-label="0"
          />
        );
      })}
    </svg>
  );
}
