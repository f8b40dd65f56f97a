import { tensorColor } from '@/components/ui/tensor-scale';
import { leanPaths } from './plane';

/** The untrained or trained plane without a canvas: a few flat tones, which the server can draw. */
export function HeatPaths({ logits, cells, levels }: { logits: Float32Array; cells: number; levels?: number }) {
  return (
    <svg className="boundary-heat" viewBox={`0 0 ${cells} ${cells}`} aria-hidden="true" preserveAspectRatio="none">
      {leanPaths(logits, cells, levels).map(({ lean, path }) => (
        <path key={lean} d={path} fill={tensorColor(lean, 1.3)} />
      ))}
    </svg>
  );
}
