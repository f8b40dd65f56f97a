const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How one class fared, in pixels, and its IoU = TP / (TP + FP + FN), NaN where it is in neither truth nor prediction. */
export type ClassScore = { tp: number; fp: number; fn: number; iou: number };

export type Scores = {
  /** [truth][prediction], in pixels. */
  confusion: number[][];
  classes: ClassScore[];
  /** Mean IoU of the classes that occur at all; NaN where nothing was counted. */
  miou: number;
  /** Share of the counted pixels that are right. */
  accuracy: number;
  counted: number;
};

/** Compares two maps pixel by pixel. Pixels whose truth is `ignore` are counted nowhere, whatever was predicted there. */
export function scoresOf(
  prediction: readonly number[],
  truth: readonly number[],
  classCount: number,
  ignore: number,
): Scores {
  const confusion = Array.from({ length: classCount }, () => Array<number>(classCount).fill(0));
  truth.forEach((label, pixel) => {
    const [row, guess] = [confusion[label], prediction[pixel] as number];
    if (label !== ignore && row) row[guess] = (row[guess] as number) + 1;
  });
  const classes = confusion.map((row, k) => {
    const tp = row[k] as number;
    const [fp, fn] = [sum(confusion.map((one) => one[k] as number)) - tp, sum(row) - tp];
    return { tp, fp, fn, iou: tp / (tp + fp + fn) };
  });
  const present = classes.map(({ iou }) => iou).filter((iou) => !Number.isNaN(iou));
  const counted = sum(confusion.map(sum));
  return {
    confusion,
    classes,
    miou: sum(present) / present.length,
    accuracy: sum(classes.map(({ tp }) => tp)) / counted,
    counted,
  };
}
