/**
 * Output size of a convolution along one axis.
 *
 * @param n size of the input, an integer ≥ 1
 * @param k size of the kernel, an integer ≥ 1
 * @param o.stride step from one place of the window to the next, an integer ≥ 1, default 1
 * @param o.pad zeros at either end, an integer ≥ 0, default 0
 * @param o.dilation distance of neighbouring weights, an integer ≥ 1, default 1
 * @returns how many places the window takes
 * @throws {TypeError} when one of them is no number.
 * @throws {RangeError} when one is no integer or too small, or the window is larger than the padded input.
 */
export function convOut(n: number, k: number, o: { stride?: number; pad?: number; dilation?: number } = {}): number {
  throw new Error('not implemented');
}

/**
 * How many parameters a 2-D convolution has.
 *
 * @param k height and width of the kernel, integers ≥ 1
 * @param cin input channels, an integer ≥ 1
 * @param cout output channels, an integer ≥ 1
 * @param o.bias whether there is a bias for each output channel, default true
 * @param o.groups parts into which the channels are divided, an integer ≥ 1, default 1
 * @returns weights and biases together
 * @throws {TypeError} when k is no array, or one of the numbers is none.
 * @throws {RangeError} when one is no integer or below 1, or groups does not divide cin and cout.
 */
export function convParams(
  k: [number, number],
  cin: number,
  cout: number,
  o: { bias?: boolean; groups?: number } = {},
): number {
  throw new Error('not implemented');
}
