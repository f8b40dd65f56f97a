/** Height, width and channels. */
export type Shape = [number, number, number];

/**
 * k: kernel or window, o: outputs, s: stride (1), p: padding on every side (0), g: groups (1). `bias` is true unless
 * given, or false with `bn`. A `branch` runs each list of `b` on the same input.
 */
export type Layer =
  | { t: 'conv'; k: number; o: number; s?: number; p?: number; g?: number; bias?: boolean; bn?: boolean }
  | { t: 'pool'; k: number; s: number; p?: number; ceil?: boolean }
  | { t: 'gap' }
  | { t: 'bn' }
  | { t: 'relu' }
  | { t: 'fc'; o: number; bias?: boolean }
  | { t: 'branch'; b: Layer[][]; join: 'concat' | 'add' };

/**
 * Counts a network from its layers.
 *
 * @param input [H, W, C], integers ≥ 1
 * @param spec layers, in order
 * @returns `params`: trainable parameters; `macs`: multiply-adds of conv and fc for one image; `out`: shape of the result
 * @throws {TypeError} when input or spec is no array, `t` or `join` is unknown, or a count is no number.
 * @throws {RangeError} when shapes or counts do not fit, naming the layer as `spec[i]`.
 */
export function countNet(input: Shape, spec: readonly Layer[]): { params: number; macs: number; out: Shape } {
  throw new Error('not implemented');
}
