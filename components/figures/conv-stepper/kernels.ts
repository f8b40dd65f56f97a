/** Kernels to begin with, row-major and square. Every value is exact in binary, so sums come out as one expects. */
export const KERNELS = {
  edge: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  edge5: [-1, -1, 0, 1, 1, -1, -1, 0, 1, 1, -1, -1, 0, 1, 1, -1, -1, 0, 1, 1, -1, -1, 0, 1, 1],
  blur: [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  shift: [0, 0, 0, 1, 0, 0, 0, 0, 0],
} as const satisfies Record<string, readonly number[]>;

export type KernelName = keyof typeof KERNELS;
export const KERNEL_NAMES = Object.keys(KERNELS) as KernelName[];

export const sideOf = (kernel: readonly number[]) => Math.sqrt(kernel.length);

/** A square matrix after `turns` quarter turns clockwise. */
export function turned(kernel: readonly number[], turns: number): readonly number[] {
  if (turns % 4 === 0) return kernel;
  const k = sideOf(kernel);
  const once = kernel.map((_, i) => kernel[(k - 1 - (i % k)) * k + Math.floor(i / k)] as number);
  return turned(once, turns - 1);
}

/** The kernel at another side: cut off, or filled with zeros, as evenly around its middle as can be. */
export function withSide(kernel: readonly number[], side: number): number[] {
  const k = sideOf(kernel);
  const before = Math.floor((side - k) / 2);
  return Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side) - before, (i % side) - before];
    return row >= 0 && row < k && col >= 0 && col < k ? (kernel[row * k + col] as number) : 0;
  });
}

/**
 * The kernel of filter `filter` as it is laid on the image: filter f is the edited kernel after f quarter turns. True
 * convolution lays it down after half a turn more; cross-correlation, which deep learning uses, does not.
 */
export const laidKernel = (kernel: readonly number[], filter: number, flip: boolean) =>
  turned(kernel, filter + (flip ? 2 : 0));
