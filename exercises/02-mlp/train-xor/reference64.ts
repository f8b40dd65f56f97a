import type { Tensor64 } from '@/grading/central-differences';

const POINTS = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const;

/** Mean cross-entropy of a 2-16-2 network with ReLU on XOR, in double precision, from the definition. */
export function xorLoss64({ w1, b1, w2, b2 }: Record<'w1' | 'b1' | 'w2' | 'b2', Tensor64>): Tensor64 {
  const units = b1.values.length;
  let total = 0;
  for (const [x1, x2, label] of POINTS) {
    const logits = Array.from(b2.values);
    for (let unit = 0; unit < units; unit++) {
      const before =
        x1 * (w1.values[unit] as number) + x2 * (w1.values[units + unit] as number) + (b1.values[unit] as number);
      const h = Math.max(before, 0);
      logits[0] = (logits[0] as number) + h * (w2.values[2 * unit] as number);
      logits[1] = (logits[1] as number) + h * (w2.values[2 * unit + 1] as number);
    }
    const [z0, z1] = logits as [number, number];
    total += Math.log(1 + Math.exp(label === 1 ? z0 - z1 : z1 - z0));
  }
  return { shape: [], values: Float64Array.of(total / POINTS.length) };
}
