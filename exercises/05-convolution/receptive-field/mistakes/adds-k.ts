interface Layer {
  k: number;
  stride?: number;
  pad?: number;
  dilation?: number;
}

export function receptiveField(layers: readonly Layer[]): { size: number; jump: number; start: number } {
  let [size, jump, start] = [1, 1, 0];
  for (const { k, stride = 1, pad = 0, dilation = 1 } of layers) {
    start += ((dilation * (k - 1)) / 2 - pad) * jump;
    size += dilation * k * jump;
    jump *= stride;
  }
  return { size, jump, start };
}

export function stackWeights(k: number, depth: number, c: number): number {
  return depth * k ** 2 * c ** 2;
}
