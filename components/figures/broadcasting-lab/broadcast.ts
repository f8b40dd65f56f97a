/** Extents of a tensor, first axis first; `[]` is a scalar. */
export type Shape = readonly number[];

/** What two shapes do on one axis of the result, counted from the last: −1, −2, … */
export type AxisFit = {
  /** −1 is the last axis. */
  axis: number;
  /** The extent there; null where the tensor has no such axis (it counts as 1). */
  a: number | null;
  b: number | null;
  /** The result's extent; null where neither fits the other. */
  result: number | null;
};

/**
 * Two shapes aligned at their **last** axis, in the order of the result's axes. An extent fits another that is equal, 1,
 * or missing. (The rule of NumPy, which tfjs and PyTorch share.)
 *
 * @example alignShapes([4, 1], [3]) // axis −2: 4, none → 4; axis −1: 1, 3 → 3
 */
export function alignShapes(a: Shape, b: Shape): AxisFit[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const axis = i - rank;
    const [left, right] = [a.at(axis), b.at(axis)];
    const [p, q] = [left ?? 1, right ?? 1];
    return { axis, a: left ?? null, b: right ?? null, result: p === q || q === 1 ? p : p === 1 ? q : null };
  });
}

/** The shape of a + b; null where the shapes do not fit. */
export function broadcastShape(a: Shape, b: Shape): number[] | null {
  const extents = alignShapes(a, b).map(({ result }) => result);
  return extents.every((extent) => extent !== null) ? extents : null;
}

/** One element of a tensor as it is read through a larger shape. */
export type Read = {
  /** Flat, row-major place in the tensor's own memory. */
  source: number;
  /** The same element again, for a place that the tensor itself does not have. */
  repeated: boolean;
};

/**
 * For every element of `result`, row-major, which element of a tensor of shape `shape` is read. Nothing is copied: on an
 * axis of extent 1, or none, the index is simply 0.
 *
 * @param shape fits `result`
 */
export function readThrough(shape: Shape, result: Shape): Read[] {
  const size = result.reduce((product, extent) => product * extent, 1);
  const missing = result.length - shape.length;
  return Array.from({ length: size }, (_, flat) => {
    let rest = flat;
    let source = 0;
    let stride = 1;
    let repeated = false;
    for (let axis = result.length - 1; axis >= 0; axis--) {
      const index = rest % (result[axis] as number);
      rest = Math.floor(rest / (result[axis] as number));
      const extent = axis < missing ? 1 : (shape[axis - missing] as number);
      if (extent === 1) repeated ||= index > 0;
      else source += index * stride;
      stride *= extent;
    }
    return { source, repeated };
  });
}
