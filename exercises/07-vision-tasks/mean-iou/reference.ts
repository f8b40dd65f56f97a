function requireLabels(pred: readonly number[], truth: readonly number[], K: number, ignore: number): void {
  if (!Number.isInteger(K) || K < 1) throw new RangeError(`meanIou: K must be an integer of at least 1, got ${K}`);
  if (pred.length !== truth.length) {
    throw new RangeError(`meanIou: pred must have the length ${truth.length} of truth, got ${pred.length}`);
  }
  const isClass = (label: number) => Number.isInteger(label) && label >= 0 && label < K;
  const badPred = pred.find((label) => !isClass(label));
  if (badPred !== undefined) throw new RangeError(`meanIou: pred must be integers in [0, ${K}), got ${badPred}`);
  const badTruth = truth.find((label) => label !== ignore && !isClass(label));
  if (badTruth !== undefined) {
    throw new RangeError(`meanIou: truth must be integers in [0, ${K}) or ${ignore}, got ${badTruth}`);
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Everything is read from the confusion matrix. Where nothing was counted, 0/0 is the NaN that is due. */
export function meanIou(
  pred: readonly number[],
  truth: readonly number[],
  K: number,
  ignore = 255,
): { confusion: number[][]; iou: number[]; miou: number; accuracy: number } {
  requireLabels(pred, truth, K, ignore);
  const confusion = Array.from({ length: K }, () => Array<number>(K).fill(0));
  for (const [i, t] of truth.entries()) {
    const row = confusion[t];
    if (t !== ignore && row) row[pred[i] as number] = (row[pred[i] as number] as number) + 1;
  }
  const right = confusion.map((row, k) => row[k] as number);
  const predicted = right.map((_, k) => sum(confusion.map((row) => row[k] as number)));
  const iou = confusion.map((row, k) => {
    const both = right[k] as number;
    return both / (sum(row) + (predicted[k] as number) - both);
  });
  return {
    confusion,
    iou,
    miou: mean(iou.filter((value) => !Number.isNaN(value))),
    accuracy: sum(right) / sum(predicted),
  };
}
