type Shape = [number, number, number];
type Layer = {
  t: string;
  k: number;
  o: number;
  s?: number;
  p?: number;
  g?: number;
  bias?: boolean;
  bn?: boolean;
  ceil?: boolean;
  b: Layer[][];
  join: string;
};
type Count = { params: number; macs: number; out: Shape };

function places(side: number, { k, s = 1, p = 0, ceil = false }: Layer): number {
  const steps = (side + 2 * p - k) / s;
  return (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
}

function countLayer([height, width, channels]: Shape, layer: Layer): Count {
  const unchanged: Count = { params: 0, macs: 0, out: [height, width, channels] };
  if (layer.t === 'conv') {
    const { k, o, g = 1, bn = false } = layer;
    const bias = layer.bias ?? !bn;
    const out: Shape = [places(height, layer), places(width, layer), o];
    const weights = k * k * (channels / g) * o;
    return { params: weights + (bias ? o : 0) + (bn ? 2 * o : 0), macs: weights * out[0] * out[1], out };
  }
  if (layer.t === 'pool') {
    const out: Shape = [places(height, layer), places(width, layer), channels];
    return { params: 0, macs: layer.k ** 2 * out[0] * out[1] * out[2], out };
  }
  if (layer.t === 'gap') return { ...unchanged, out: [1, 1, channels] };
  if (layer.t === 'bn') return { ...unchanged, params: 2 * channels };
  if (layer.t === 'fc') {
    const weights = height * width * channels * layer.o;
    return { params: weights + (layer.bias === false ? 0 : layer.o), macs: weights, out: [1, 1, layer.o] };
  }
  if (layer.t === 'branch') {
    const results = layer.b.map((list) => countNet([height, width, channels], list));
    const total = (key: 'params' | 'macs') => results.reduce((sum, result) => sum + result[key], 0);
    const [first] = results as [Count];
    const joined = layer.join === 'add' ? first.out[2] : results.reduce((sum, { out }) => sum + out[2], 0);
    return { params: total('params'), macs: total('macs'), out: [first.out[0], first.out[1], joined] };
  }
  return unchanged;
}

export function countNet(input: Shape, spec: readonly Layer[]): Count {
  let total: Count = { params: 0, macs: 0, out: input };
  for (const layer of spec) {
    const { params, macs, out } = countLayer(total.out, layer);
    total = { params: total.params + params, macs: total.macs + macs, out };
  }
  return total;
}
