interface Layer {
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
}

/** A counter that walks through the layers: where it stands, and what it has seen so far. */
class Counter {
  params = 0;
  macs = 0;
  name = 'spec';
  constructor(public out: [number, number, number]) {}

  private fail(kind: typeof TypeError | typeof RangeError, rule: string, got: unknown): never {
    throw new kind(`countNet: ${this.name} ${rule}, got ${got}`);
  }

  private natural(value: number, least = 1): number {
    if (typeof value !== 'number') this.fail(TypeError, 'needs numbers', value);
    if (!(value >= least && value % 1 === 0)) this.fail(RangeError, `needs integers from ${least}`, value);
    return value;
  }

  private slide({ k, s = 1, p = 0, ceil }: Layer): void {
    const [window, step, margin] = [this.natural(k), this.natural(s), this.natural(p, 0)];
    for (const axis of [0, 1] as const) {
      const room = this.out[axis] + 2 * margin - window;
      if (room < 0) this.fail(RangeError, 'does not fit its input', window);
      const left = room % step;
      this.out[axis] = (room - left) / step + (ceil && left > 0 ? 2 : 1);
    }
  }

  private conv(layer: Layer): void {
    const { k, o, g = 1, bn, bias } = layer;
    const inputs = this.out[2];
    this.natural(o);
    this.natural(g);
    if (inputs % g > 0 || o % g > 0) this.fail(RangeError, 'has groups that do not divide', g);
    this.slide(layer);
    // g groups, each from inputs/g channels to o/g
    const weights = g * k * k * (inputs / g) * (o / g);
    this.out[2] = o;
    this.macs += weights * this.out[0] * this.out[1];
    this.params += weights;
    if (bn) this.params += o + o;
    if (bias === true || (bias === undefined && !bn)) this.params += o;
  }

  private fc({ o, bias }: Layer): void {
    const [height, width, channels] = this.out;
    const weights = height * width * channels * this.natural(o);
    this.params += bias === false ? weights : weights + o;
    this.macs += weights;
    this.out = [1, 1, o];
  }

  private branch({ b, join }: Layer): void {
    if (join !== 'concat' && join !== 'add') this.fail(TypeError, 'needs a known join', join);
    if (b.length === 0) this.fail(RangeError, 'needs branches', 'none');
    const ends: [number, number, number][] = [];
    for (const layers of b) {
      const inner = new Counter([...this.out]);
      inner.name = this.name;
      for (const layer of layers) inner.visit(layer);
      this.params += inner.params;
      this.macs += inner.macs;
      ends.push(inner.out);
    }
    const [first] = ends as [[number, number, number]];
    for (const end of ends) {
      if (end[0] !== first[0] || end[1] !== first[1]) this.fail(RangeError, 'joins unequal sizes', end);
      if (join === 'add' && end[2] !== first[2]) this.fail(RangeError, 'adds unequal channels', end);
    }
    this.out = [...first];
    if (join === 'concat') this.out[2] = ends.map((end) => end[2]).reduce((sum, channels) => sum + channels);
  }

  visit(layer: Layer): void {
    if (layer.t === 'conv') this.conv(layer);
    else if (layer.t === 'pool') this.slide(layer);
    else if (layer.t === 'gap') this.out = [1, 1, this.out[2]];
    else if (layer.t === 'bn') this.params += 2 * this.out[2];
    else if (layer.t === 'fc') this.fc(layer);
    else if (layer.t === 'branch') this.branch(layer);
    else if (layer.t !== 'relu') this.fail(TypeError, 'is of no known kind', layer.t);
  }
}

export const countNet = (input: [number, number, number], spec: readonly Layer[]) => {
  if (!Array.isArray(input)) throw new TypeError(`countNet: input is no array, got ${input}`);
  if (!Array.isArray(spec)) throw new TypeError(`countNet: spec is no array, got ${spec}`);
  if (input.length !== 3 || !input.every((extent) => extent >= 1 && extent % 1 === 0)) {
    throw new RangeError(`countNet: input is no shape, got ${input}`);
  }
  const counter = new Counter([...input] as [number, number, number]);
  spec.forEach((layer: Layer, i) => {
    counter.name = `spec[${i}]`;
    counter.visit(layer);
  });
  const { params, macs, out } = counter;
  return { params, macs, out };
};
