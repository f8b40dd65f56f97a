interface Layer {
  k: number;
  stride?: number;
  pad?: number;
  dilation?: number;
}
type Field = { size: number; jump: number; start: number };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(rule);
}

function check(fn: string, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) {
    demand(typeof value === 'number', TypeError, `${fn}: ${name} has to be a number, got ${typeof value}`);
    demand(Number.isSafeInteger(value), RangeError, `${fn}: ${name} has to be whole, got ${value}`);
    demand(value >= (name === 'pad' ? 0 : 1), RangeError, `${fn}: ${name} is too small, got ${value}`);
  }
}

/** What the rest sees of the first layer's output, seen through the first layer. */
function fieldFrom(layers: readonly Layer[], at: number): Field {
  const layer = layers[at];
  if (layer === undefined) return { size: 1, jump: 1, start: 0 };
  const { k, stride = 1, pad = 0, dilation = 1 } = layer;
  check('receptiveField', { k, stride, pad, dilation });
  const rest = fieldFrom(layers, at + 1);
  const span = dilation * (k - 1) + 1;
  return {
    size: (rest.size - 1) * stride + span,
    jump: rest.jump * stride,
    start: rest.start * stride - pad + (span - 1) / 2,
  };
}

export function receptiveField(layers: readonly Layer[]): Field {
  demand(Array.isArray(layers), TypeError, `receptiveField: layers has to be an array, got ${layers}`);
  return fieldFrom(layers, 0);
}

export function stackWeights(k: number, depth: number, c: number): number {
  check('stackWeights', { k, depth, c });
  return depth * (k * c) ** 2;
}
