function demand(ok: boolean, kind: typeof TypeError | typeof RangeError, rule: string): void {
  if (!ok) throw new kind(`iou: ${rule}`);
}

const isNumber = (value: unknown) => typeof value === 'number';

/** Two intervals overlap by what their lengths have more than the span of both. */
export const iou = (a: readonly number[], b: readonly number[]) => {
  for (const [name, box] of Object.entries({ a, b })) {
    demand(Array.isArray(box) && box.length === 4, TypeError, `${name} has to be four numbers, got ${box}`);
    demand(box.filter(isNumber).length === 4, TypeError, `${name} has to hold numbers, got ${box}`);
    demand(Math.abs(box.reduce((sum, value) => sum + Math.abs(value), 0)) < Infinity, RangeError, `${name} got ${box}`);
  }
  let [shared, sizeA, sizeB] = [1, 1, 1];
  for (const axis of [0, 1]) {
    const [fromA, toA, fromB, toB] = [a[axis], a[axis + 2], b[axis], b[axis + 2]] as [number, number, number, number];
    demand(fromA <= toA, RangeError, `a is turned over, got ${a}`);
    demand(fromB <= toB, RangeError, `b is turned over, got ${b}`);
    const span = Math.max(toA, toB) - Math.min(fromA, fromB);
    const excess = toA - fromA + (toB - fromB) - span;
    shared *= excess > 0 ? excess : 0;
    sizeA *= toA - fromA;
    sizeB *= toB - fromB;
  }
  return shared > 0 ? shared / (sizeA + sizeB - shared) : 0;
};
