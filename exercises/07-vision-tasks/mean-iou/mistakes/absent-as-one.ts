const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

export function meanIou(
  pred: readonly number[],
  truth: readonly number[],
  K: number,
  ignore = 255,
): { confusion: number[][]; iou: number[]; miou: number; accuracy: number } {
  const confusion = Array.from({ length: K }, () => Array<number>(K).fill(0));
  for (const [i, t] of truth.entries()) {
    const row = confusion[t];
    if (t !== ignore && row) row[pred[i] as number] = (row[pred[i] as number] as number) + 1;
  }
  const right = confusion.map((row, k) => row[k] as number);
  const predicted = right.map((_, k) => sum(confusion.map((row) => row[k] as number)));
  const iou = confusion.map((row, k) => {
    const both = right[k] as number;
    const union = sum(row) + (predicted[k] as number) - both;
    return union === 0 ? 1 : both / union;
  });
  return {
    confusion,
    iou,
    miou: mean(iou.filter((value) => !Number.isNaN(value))),
    accuracy: sum(right) / sum(predicted),
  };
}
