type Shape = [number, number, number];
type Layer =
  | { t: 'conv'; k: number; o: number; s?: number; p?: number; g?: number; bias?: boolean; bn?: boolean }
  | { t: 'pool'; k: number; s: number; p?: number; ceil?: boolean }
  | { t: 'gap' }
  | { t: 'bn' }
  | { t: 'relu' }
  | { t: 'fc'; o: number; bias?: boolean }
  | { t: 'branch'; b: Layer[][]; join: 'concat' | 'add' };
type Count = { params: number; macs: number; out: Shape };

function requireCount(name: string, value: number, least: number): void {
  if (typeof value !== 'number') throw new TypeError(`countNet: ${name} must be a number, got ${typeof value}`);
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`countNet: ${name} must be an integer of at least ${least}, got ${value}`);
  }
}

/** Windows of k along a side: as many as fit, or with `ceil` one more for what is left over. */
function places(
  name: string,
  side: number,
  { k, s = 1, p = 0, ceil = false }: { k: number; s?: number; p?: number; ceil?: boolean },
): number {
  requireCount(`${name}.k`, k, 1);
  requireCount(`${name}.s`, s, 1);
  requireCount(`${name}.p`, p, 0);
  const room = side + 2 * p - k;
  if (room < 0)
    throw new RangeError(`countNet: ${name} must not be larger than its padded input, got ${k} on ${side + 2 * p}`);
  return (ceil ? Math.ceil(room / s) : Math.floor(room / s)) + 1;
}

function join(name: string, results: readonly Count[], how: 'concat' | 'add'): Shape {
  const shapes = results.map(({ out }) => out);
  const [first] = shapes;
  if (!first) throw new RangeError(`countNet: ${name} must have branches, got none`);
  const axes = how === 'concat' ? 2 : 3;
  if (shapes.some((shape) => shape.slice(0, axes).some((extent, axis) => extent !== first[axis]))) {
    throw new RangeError(`countNet: ${name} must have branches that fit, got ${shapes.map((shape) => `[${shape}]`)}`);
  }
  const [height, width, channels] = first;
  return [height, width, how === 'add' ? channels : shapes.reduce((sum, [, , one]) => sum + one, 0)];
}

function countLayer(name: string, [height, width, channels]: Shape, layer: Layer): Count {
  const unchanged: Count = { params: 0, macs: 0, out: [height, width, channels] };
  switch (layer.t) {
    case 'conv': {
      const { k, o, g = 1, bn = false, bias = !bn } = layer;
      requireCount(`${name}.o`, o, 1);
      requireCount(`${name}.g`, g, 1);
      if (channels % g !== 0 || o % g !== 0) {
        throw new RangeError(`countNet: ${name} must have groups that divide ${channels} and ${o}, got ${g}`);
      }
      const out: Shape = [places(name, height, layer), places(name, width, layer), o];
      const weights = k * k * (channels / g) * o;
      return { params: weights + (bias ? o : 0) + (bn ? 2 * o : 0), macs: weights * out[0] * out[1], out };
    }
    case 'pool':
      return { ...unchanged, out: [places(name, height, layer), places(name, width, layer), channels] };
    case 'gap':
      return { ...unchanged, out: [1, 1, channels] };
    case 'bn':
      return { ...unchanged, params: 2 * channels };
    case 'relu':
      return unchanged;
    case 'fc': {
      const { o, bias = true } = layer;
      requireCount(`${name}.o`, o, 1);
      const weights = height * width * channels * o;
      return { params: weights + (bias ? o : 0), macs: weights, out: [1, 1, o] };
    }
    case 'branch': {
      if (layer.join !== 'concat' && layer.join !== 'add') {
        throw new TypeError(`countNet: ${name}.join must be concat or add, got ${layer.join}`);
      }
      const results = layer.b.map((branch, i) => countAll(`${name}.b[${i}]`, [height, width, channels], branch));
      const total = (key: 'params' | 'macs') => results.reduce((sum, result) => sum + result[key], 0);
      return { params: total('params'), macs: total('macs'), out: join(name, results, layer.join) };
    }
    default:
      throw new TypeError(`countNet: ${name}.t must be a kind of layer, got ${(layer as { t: unknown }).t}`);
  }
}

/** Each layer starts from the shape that the one before leaves. */
function countAll(name: string, input: Shape, layers: readonly Layer[]): Count {
  let total: Count = { params: 0, macs: 0, out: input };
  for (const [i, layer] of layers.entries()) {
    const { params, macs, out } = countLayer(`${name}[${i}]`, total.out, layer);
    total = { params: total.params + params, macs: total.macs + macs, out };
  }
  return total;
}

/** Parameters, multiply-adds and output shape of a network; input: [H, W, C]. */
export function countNet(input: Shape, spec: readonly Layer[]): Count {
  if (!Array.isArray(input)) throw new TypeError(`countNet: input must be an array, got ${input}`);
  if (!Array.isArray(spec)) throw new TypeError(`countNet: spec must be an array, got ${spec}`);
  if (input.length !== 3) throw new RangeError(`countNet: input must be [H, W, C], got ${input.length} extents`);
  for (const extent of input) requireCount('input', extent, 1);
  return countAll('spec', [...input], spec);
}
