/** A square convolution with zero padding on all sides: input side `n`, kernel side `k`, stride `s`, padding `p`, dilation `d`. */
export type Geometry = { n: number; k: number; s: number; p: number; d: number };

/** How far a kernel reaches: d(k − 1) + 1. */
export const reachOf = ({ k, d }: Pick<Geometry, 'k' | 'd'>) => d * (k - 1) + 1;

/** Side of the output, ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1; 0 where the kernel does not fit. */
export function outSide(geometry: Geometry): number {
  const { n, s, p } = geometry;
  return Math.max(0, Math.floor((n + 2 * p - reachOf(geometry)) / s) + 1);
}

/** Rows at the bottom (and columns at the right) of the padded input that no window reads, because of the floor. */
export function unreadSide(geometry: Geometry): number {
  const { n, s, p } = geometry;
  const side = outSide(geometry);
  return side === 0 ? 0 : n + 2 * p - ((side - 1) * s + reachOf(geometry));
}

/**
 * Places of the input under the window of one output element, tap by tap in row-major order: the index into the n×n input,
 * or −1 in the padding.
 *
 * @param at row-major index into the output
 */
export function windowOf(geometry: Geometry, at: number): number[] {
  const { n, k, s, p, d } = geometry;
  const side = outSide(geometry);
  const [top, left] = [Math.floor(at / side) * s - p, (at % side) * s - p];
  return Array.from({ length: k * k }, (_, tap) => {
    const [row, col] = [top + d * Math.floor(tap / k), left + d * (tap % k)];
    return row >= 0 && row < n && col >= 0 && col < n ? row * n + col : -1;
  });
}

/** What a convolution from `cin` to `cout` channels costs, and what one dense layer between the same tensors would. */
export function costOf(geometry: Geometry, cin: number, cout: number, groups: number) {
  const elements = outSide(geometry) ** 2 * cout;
  const perElement = geometry.k ** 2 * (cin / groups);
  return {
    weights: perElement * cout,
    biases: cout,
    multiplyAdds: elements * perElement,
    denseWeights: geometry.n ** 2 * cin * elements,
  };
}

/** An n×n matrix with its padding around it, row-major; null in the padding. */
export function withPadding(values: readonly number[], { n, p }: Pick<Geometry, 'n' | 'p'>): (number | null)[] {
  const whole = n + 2 * p;
  return Array.from({ length: whole * whole }, (_, i) => {
    const [row, col] = [Math.floor(i / whole) - p, (i % whole) - p];
    return row >= 0 && row < n && col >= 0 && col < n ? (values[row * n + col] as number) : null;
  });
}
