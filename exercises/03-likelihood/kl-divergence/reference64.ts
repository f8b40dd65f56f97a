import type { Tensor64 } from '@/grading/central-differences';

/** Σ p log(p/q) of each row in double precision, from the definition: p, q: [N, K]. */
export function klDivergence64(p: Tensor64, q: Tensor64): Tensor64 {
  const [rows, classes] = p.shape as [number, number];
  const values = new Float64Array(rows);
  p.values.forEach((share, at) => {
    const row = Math.floor(at / classes);
    // A share of 0 costs nothing, whatever q has there.
    if (share > 0) values[row] = (values[row] as number) + share * Math.log(share / (q.values[at] as number));
  });
  return { shape: [rows], values };
}
