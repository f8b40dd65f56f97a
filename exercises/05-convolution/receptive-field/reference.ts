interface Layer {
  k: number;
  stride?: number;
  pad?: number;
  dilation?: number;
}

function requireInteger(fn: string, name: string, value: number, least: number): void {
  if (typeof value !== 'number') throw new TypeError(`${fn}: ${name} must be a number, got ${typeof value}`);
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${fn}: ${name} must be an integer of at least ${least}, got ${value}`);
  }
}

/** A layer's own step is one of its input: `jump` pixels, until its stride makes the next layer's step longer. */
export function receptiveField(layers: readonly Layer[]): { size: number; jump: number; start: number } {
  if (!Array.isArray(layers)) throw new TypeError(`receptiveField: layers must be an array, got ${typeof layers}`);
  let [size, jump, start] = [1, 1, 0];
  for (const [i, { k, stride = 1, pad = 0, dilation = 1 }] of layers.entries()) {
    requireInteger('receptiveField', `layers[${i}].k`, k, 1);
    requireInteger('receptiveField', `layers[${i}].stride`, stride, 1);
    requireInteger('receptiveField', `layers[${i}].pad`, pad, 0);
    requireInteger('receptiveField', `layers[${i}].dilation`, dilation, 1);
    const reach = dilation * (k - 1);
    start += (reach / 2 - pad) * jump;
    size += reach * jump;
    jump *= stride;
  }
  return { size, jump, start };
}

/** k²c² weights per layer; layers add up. */
export function stackWeights(k: number, depth: number, c: number): number {
  requireInteger('stackWeights', 'k', k, 1);
  requireInteger('stackWeights', 'depth', depth, 1);
  requireInteger('stackWeights', 'c', c, 1);
  return depth * k ** 2 * c ** 2;
}
