import type { Tensor64 } from '@/grading/central-differences';

/** Mean cross-entropy over the pixels that count, in double precision: z: [N, H, W, K], labels: [N, H, W]. */
export function pixelCrossEntropy64(z: Tensor64, labels: Tensor64, ignore = 255): Tensor64 {
  const classes = z.shape[3] as number;
  let [total, count] = [0, 0];
  for (const [pixel, label] of labels.values.entries()) {
    if (label === ignore) continue;
    const logits = z.values.subarray(pixel * classes, (pixel + 1) * classes);
    const most = logits.reduce((a, b) => Math.max(a, b));
    total +=
      most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0)) - (logits[label] as number);
    count += 1;
  }
  return { shape: [], values: Float64Array.of(count === 0 ? 0 : total / count) };
}
