/** A layer that slides a window: kernel side k, stride s, dilation d. Pooling has no weights. */
export type Layer = { kind: 'conv' | 'pool'; k: number; s: number; d: number };

/**
 * What one element sees of the input, along a side: how many inputs lie from its first to its last, how far apart the fields
 * of neighbours are, and the input coordinate of the middle of element 0's field (no padding).
 */
export type Field = { size: number; jump: number; start: number };

const INPUT: Field = { size: 1, jump: 1, start: 0 };

/** Fields of the input's elements and of every layer's: r += d(k − 1)·j, then j *= s. */
export function fieldsOf(layers: readonly Layer[]): Field[] {
  const fields = [INPUT];
  for (const { k, s, d } of layers) {
    const { size, jump, start } = fields.at(-1) as Field;
    const wider = d * (k - 1) * jump;
    fields.push({ size: size + wider, jump: jump * s, start: start + wider / 2 });
  }
  return fields;
}

/** Cells along a side of the input and of every layer's output, so that the last has just `top`. */
export function sidesFor(layers: readonly Layer[], top: number): number[] {
  const sides = [top];
  for (const { k, s, d } of layers.toReversed()) sides.unshift(((sides[0] as number) - 1) * s + d * (k - 1) + 1);
  return sides;
}

/** Cells that element `cell` of the last layer depends on, in the input and in every layer, in ascending order. */
export function litCells(layers: readonly Layer[], cell: number): number[][] {
  const levels = [[cell]];
  for (const { k, s, d } of layers.toReversed()) {
    const read = (levels[0] as number[]).flatMap((at) => Array.from({ length: k }, (_, tap) => at * s + tap * d));
    levels.unshift([...new Set(read)].sort((a, b) => a - b));
  }
  return levels;
}

/** Weights of the stack with `channels` everywhere: k²·C² for each convolution, no biases. */
export const weightsOf = (layers: readonly Layer[], channels: number) =>
  layers.reduce((sum, { kind, k }) => sum + (kind === 'conv' ? k * k * channels ** 2 : 0), 0);

const conv = (k: number, s = 1, d = 1): Layer => ({ kind: 'conv', k, s, d });
const pool: Layer = { kind: 'pool', k: 2, s: 2, d: 1 };

export const STACKS = {
  two3: [conv(3), conv(3)],
  one5: [conv(5)],
  three3: [conv(3), conv(3), conv(3)],
  one7: [conv(7)],
  dilated: [conv(3, 1, 1), conv(3, 1, 2), conv(3, 1, 4)],
  // Convolutional layers of VGG-16 up to conv5_3 (Simonyan and Zisserman, arXiv:1409.1556, configuration D).
  vgg: [2, 2, 3, 3, 3].flatMap((count, block) => [
    ...(block > 0 ? [pool] : []),
    ...Array.from({ length: count }, () => conv(3)),
  ]),
} as const satisfies Record<string, readonly Layer[]>;

export type StackName = keyof typeof STACKS;
export const STACK_NAMES = Object.keys(STACKS) as StackName[];
