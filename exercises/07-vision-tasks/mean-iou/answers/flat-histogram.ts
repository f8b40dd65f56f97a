/** One histogram over t·K + p, as it is done with arrays, cut into rows afterwards. */
export function meanIou(pred: readonly number[], truth: readonly number[], K: number, ignore?: number) {
  if (K % 1 !== 0 || K <= 0) throw new RangeError(`meanIou: K is not a number of classes, got ${K}`);
  if (pred.length !== truth.length)
    throw new RangeError(`meanIou: pred and truth differ in length, got ${pred.length}`);
  const skip = ignore ?? 255;
  for (const [name, labels] of [
    ['pred', pred],
    ['truth', truth.filter((label) => label !== skip)],
  ] as const) {
    if (labels.some((label) => label % 1 !== 0 || Math.min(label, K - 1 - label) < 0)) {
      throw new RangeError(`meanIou: ${name} has a label outside 0 … ${K - 1}, got ${labels}`);
    }
  }
  const histogram = new Float64Array(K * K);
  truth.forEach((t, i) => {
    if (t === skip) return;
    const bin = t * K + (pred[i] as number);
    histogram[bin] = (histogram[bin] as number) + 1;
  });
  const confusion: number[][] = [];
  for (let from = 0; from < K * K; from += K) confusion.push(Array.from(histogram.subarray(from, from + K)));

  const diagonal = histogram.filter((_, bin) => bin % (K + 1) === 0);
  const iou = Array.from(diagonal, (right, k) => {
    const touching = histogram.filter((_, bin) => bin % K === k || Math.floor(bin / K) === k);
    return right / touching.reduce((total, count) => total + count, 0);
  });
  let [total, count] = [0, 0];
  for (const value of iou) {
    if (value >= 0) {
      total += value;
      count += 1;
    }
  }
  const trace = diagonal.reduce((a, b) => a + b, 0);
  return { confusion, iou, miou: total / count, accuracy: trace / histogram.reduce((a, b) => a + b, 0) };
}
