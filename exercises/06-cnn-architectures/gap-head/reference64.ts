import type { Tensor64 } from '@/grading/central-differences';

/** Global average pooling and a dense layer in double precision: x: [N, H, W, C], w: [C, O], b: [O]. */
export function gapHead64(x: Tensor64, w: Tensor64, b: Tensor64): Tensor64 {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const outputs = b.shape[0] as number;
  const positions = height * width;
  const values = new Float64Array(batch * outputs);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outputs; o++) {
      let logit = b.values[o] as number;
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let p = 0; p < positions; p++) sum += x.values[(n * positions + p) * channels + c] as number;
        logit += (sum / positions) * (w.values[c * outputs + o] as number);
      }
      values[n * outputs + o] = logit;
    }
  }
  return { shape: [batch, outputs], values };
}
