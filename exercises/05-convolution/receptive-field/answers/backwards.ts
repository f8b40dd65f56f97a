type Layer = { k: number; stride?: number; pad?: number; dilation?: number };

function count(fn: string, name: string, value: number, least = 1): number {
  if (typeof value !== 'number') throw new TypeError(`${fn}: ${name} is no number, got ${JSON.stringify(value)}`);
  if (value < least || Math.trunc(value) !== value || !Number.isFinite(value)) {
    throw new RangeError(`${fn}: ${name} is no integer from ${least} on, got ${value}`);
  }
  return value;
}

/** First and last pixel of output 0, found from the last layer back to the first. */
export const receptiveField = (layers: readonly Layer[]) => {
  if (!Array.isArray(layers)) {
    throw new TypeError(`receptiveField: layers is no list, got ${String(layers)}`);
  }
  const full = layers.map(({ k, stride = 1, pad = 0, dilation = 1 }, i) => ({
    k: count('receptiveField', `k of layers[${i}]`, k),
    stride: count('receptiveField', `stride of layers[${i}]`, stride),
    pad: count('receptiveField', `pad of layers[${i}]`, pad, 0),
    dilation: count('receptiveField', `dilation of layers[${i}]`, dilation),
  }));
  let [first, last] = [0, 0];
  for (const { k, stride, pad, dilation } of full.reverse()) {
    first = first * stride - pad;
    last = last * stride - pad + dilation * (k - 1);
  }
  return {
    size: last - first + 1,
    jump: full.reduce((product, { stride }) => product * stride, 1),
    start: (first + last) / 2,
  };
};

/** One layer after the other. */
export const stackWeights = (k: number, depth: number, c: number): number => {
  for (const [name, value] of Object.entries({ k, depth, c })) count('stackWeights', name, value);
  let total = 0;
  for (let layer = 0; layer < depth; layer++) total += k * c * (k * c);
  return total;
};
