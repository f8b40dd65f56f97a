type Shape = [number, number, number];
type Layer = { t: string; b?: Layer[][] } & Record<string, unknown>;
type Count = { params: number; macs: number; out: Shape };

function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`countNet: ${rule}`);
}

/** A count from a layer, or what stands for it where it is left out. */
function read(where: string, layer: Layer, key: string, least: number, otherwise?: number): number {
  const value = layer[key] ?? otherwise;
  demand(typeof value === 'number', TypeError, `${where}.${key} must be a number, got ${value}`);
  demand(
    Number.isInteger(value) && (value as number) >= least,
    RangeError,
    `${where}.${key} must be ${least} or more, got ${value}`,
  );
  return value as number;
}

/** Height and width after windows of k. */
function slide(where: string, layer: Layer, [height, width]: Shape): [number, number] {
  const [k, s, p] = [read(where, layer, 'k', 1), read(where, layer, 's', 1, 1), read(where, layer, 'p', 0, 0)];
  const along = (side: number) => {
    demand(side + 2 * p >= k, RangeError, `${where} must fit its input, got ${k} on ${side}`);
    const steps = (side + 2 * p - k) / s;
    return 1 + (layer.ceil ? Math.ceil(steps) : Math.floor(steps));
  };
  return [along(height), along(width)];
}

/** What each kind of layer does: one function apiece. */
const KINDS: Record<string, (where: string, layer: Layer, shape: Shape) => Count> = {
  conv(where, layer, shape) {
    const [o, g] = [read(where, layer, 'o', 1), read(where, layer, 'g', 1, 1)];
    const [height, width] = slide(where, layer, shape);
    demand(shape[2] % g === 0, RangeError, `${where}.g must divide ${shape[2]} channels, got ${g}`);
    demand(o % g === 0, RangeError, `${where}.g must divide ${o} outputs, got ${g}`);
    const perOutput = ((layer.k as number) ** 2 * shape[2]) / g;
    const extras = Number(layer.bias ?? !layer.bn) + 2 * Number(layer.bn ?? false);
    return { params: o * (perOutput + extras), macs: height * width * o * perOutput, out: [height, width, o] };
  },
  pool: (where, layer, shape) => ({ params: 0, macs: 0, out: [...slide(where, layer, shape), shape[2]] }),
  gap: (_where, _layer, [, , channels]) => ({ params: 0, macs: 0, out: [1, 1, channels] }),
  bn: (_where, _layer, shape) => ({ params: shape[2] * 2, macs: 0, out: shape }),
  relu: (_where, _layer, shape) => ({ params: 0, macs: 0, out: shape }),
  fc(where, layer, [height, width, channels]) {
    const o = read(where, layer, 'o', 1);
    const macs = o * height * width * channels;
    return { params: layer.bias === false ? macs : macs + o, macs, out: [1, 1, o] };
  },
  branch(where, { b = [], join }, shape) {
    demand(join === 'add' || join === 'concat', TypeError, `${where}.join must be add or concat, got ${join}`);
    demand(b.length > 0, RangeError, `${where}.b must hold a branch, got none`);
    return b
      .map((layers) => walk(where, layers, shape, false))
      .reduce((left, right) => {
        const [height, width, channels] = left.out;
        demand(
          height === right.out[0] && width === right.out[1],
          RangeError,
          `${where} must join one size, got ${right.out}`,
        );
        demand(
          join === 'concat' || channels === right.out[2],
          RangeError,
          `${where} must add one shape, got ${right.out}`,
        );
        return {
          params: left.params + right.params,
          macs: left.macs + right.macs,
          out: [height, width, join === 'add' ? channels : channels + right.out[2]],
        };
      });
  },
};

function walk(where: string, layers: readonly Layer[], shape: Shape, numbered = true): Count {
  return layers.reduce<Count>(
    (before, layer, i) => {
      const at = numbered ? `${where}[${i}]` : where;
      demand(Object.hasOwn(KINDS, layer.t), TypeError, `${at}.t must be known, got ${layer.t}`);
      const after = KINDS[layer.t]?.(at, layer, before.out) as Count;
      return { params: before.params + after.params, macs: before.macs + after.macs, out: after.out };
    },
    { params: 0, macs: 0, out: shape },
  );
}

export function countNet(input: Shape, spec: readonly Layer[]): Count {
  demand(Array.isArray(input), TypeError, `input must be a list, got ${input}`);
  demand(Array.isArray(spec), TypeError, `spec must be a list, got ${spec}`);
  const fits = input.length === 3 && input.every((extent) => Number.isInteger(extent) && extent > 0);
  demand(fits, RangeError, `input must be three positive integers, got ${input}`);
  return walk('spec', spec, [input[0], input[1], input[2]]);
}
