/** A convolution of the chain, stride 1 and padded to keep the size: kh × kw, channels in and out as shares of C. */
export type Conv = { kh: number; kw: number; from: number; to: number };

/** Width inside a bottleneck, as a share of C. */
export const NARROW = 1 / 4;

export const MOVES = ['threes', 'cross', 'squeeze', 'shrink'] as const;
/**
 * What a layer can be replaced by: `threes` kernels of 3 that see as much, `cross` 1×N and then N×1, `squeeze` the same
 * kernel between two 1×1 at a quarter of the width, `shrink` a single 3×3, which sees less.
 */
export type Move = (typeof MOVES)[number];

/** The single n × n convolution from C to C channels. */
export const single = (n: number): Conv[] => [{ kh: n, kw: n, from: 1, to: 1 }];

/** What replaces `conv` in a move; null where the move does nothing to it. */
export function replacement(conv: Conv, move: Move): Conv[] | null {
  const { kh, kw, from, to } = conv;
  const side = Math.max(kh, kw);
  if (side === 1) return null;
  const square = kh === kw;
  if (move === 'threes') {
    const small = { ...conv, kh: Math.min(kh, 3), kw: Math.min(kw, 3) };
    return side > 3 ? Array.from({ length: (side - 1) / 2 }, () => small) : null;
  }
  if (move === 'cross') {
    return square
      ? [
          { ...conv, kh: 1 },
          { ...conv, kw: 1 },
        ]
      : null;
  }
  if (move === 'shrink') return square && side > 3 ? [{ ...conv, kh: 3, kw: 3 }] : null;
  if (from !== 1 || to !== 1) return null;
  return [
    { kh: 1, kw: 1, from: 1, to: NARROW },
    { kh, kw, from: NARROW, to: NARROW },
    { kh: 1, kw: 1, from: NARROW, to: 1 },
  ];
}

/** The chain after `move` on its layer `at`; null where it does nothing. */
export function replaced(chain: readonly Conv[], at: number, move: Move): Conv[] | null {
  const conv = chain[at];
  const parts = conv && replacement(conv, move);
  return parts ? chain.toSpliced(at, 1, ...parts) : null;
}

/** Height and width of the receptive field. */
export function fieldOf(chain: readonly Conv[]): { height: number; width: number } {
  return {
    height: chain.reduce((size, { kh }) => size + kh - 1, 1),
    width: chain.reduce((size, { kw }) => size + kw - 1, 1),
  };
}

/** Weights for C `channels`, without biases. At stride 1 also the multiply-adds for one place of the output. */
export function weightsOf(chain: readonly Conv[], channels: number): number {
  return chain.reduce((sum, { kh, kw, from, to }) => sum + kh * kw * from * channels * (to * channels), 0);
}
