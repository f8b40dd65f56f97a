interface Layer {
  k: number;
  stride?: number;
  pad?: number;
  dilation?: number;
}

export function receptiveField(layers: readonly Layer[]): { size: number; jump: number; start: number } {
  let [size, jump, start] = [1, 1, 0];
  for (const { k, stride = 1, pad = 0 } of layers) {
    start += ((k - 1) / 2 - pad) * jump;
    size += (k - 1) * jump;
    jump *= stride;
  }
  return { size, jump, start };
}

export function stackWeights(k: number, depth: number, c: number): number {
  return depth * k ** 2 * c ** 2;
}
