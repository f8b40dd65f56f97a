interface Layer {
  k: number;
  stride?: number;
  pad?: number;
  dilation?: number;
}

/**
 * What one output of a stack of convolutions or poolings sees of the input, along one axis.
 *
 * @param layers from input to output; k, stride (default 1) and dilation (default 1) are integers ≥ 1, pad (default 0) ≥ 0
 * @returns size: pixels from the first to the last that one output depends on;
 *   jump: distance between the centres of two neighbouring outputs, in pixels;
 *   start: centre of output 0, where pixel 0 is at coordinate 0
 * @throws {TypeError} when layers is no array, or one of the numbers is none.
 * @throws {RangeError} when one is no integer or too small.
 */
export function receptiveField(layers: readonly Layer[]): { size: number; jump: number; start: number } {
  throw new Error('not implemented');
}

/**
 * Weights of `depth` layers of k×k filters in a row, from c channels to c channels each, without biases.
 *
 * @param k size of the kernels, an integer ≥ 1
 * @param depth number of layers, an integer ≥ 1
 * @param c channels, an integer ≥ 1
 * @throws {TypeError} when one of them is no number.
 * @throws {RangeError} when one is no integer or below 1.
 */
export function stackWeights(k: number, depth: number, c: number): number {
  throw new Error('not implemented');
}
