import { CLASSES } from '@/grading/training/images';
import type { Judged } from './training-room';

const largest = (row: readonly (number | null)[]): number =>
  row.reduce<number>((best, value, k) => ((value ?? -1) > (row[best] ?? -1) ? k : best), 0);

/** How often images of each class (rows) were taken for each class (columns): [10][10]. */
export function confusionOf({ labels, probabilities }: Pick<Judged, 'labels' | 'probabilities'>): number[][] {
  const counts = CLASSES.map(() => CLASSES.map(() => 0));
  for (const [image, label] of labels.entries()) {
    const row = counts[label] as number[];
    const told = largest(probabilities[image] ?? []);
    row[told] = (row[told] as number) + 1;
  }
  return counts;
}

/** An image that was taken for another class. */
export interface Mistaken {
  /** Which of the judged images. */
  image: number;
  label: number;
  told: number;
  /** Of the right class and of the one that was told. */
  right: number;
  wrong: number;
}

/** The mistaken images, those that the net was surest of first. */
export function mistakenOf({ labels, probabilities }: Pick<Judged, 'labels' | 'probabilities'>): Mistaken[] {
  return labels
    .map((label, image) => {
      const row = probabilities[image] ?? [];
      const told = largest(row);
      return { image, label, told, right: row[label] ?? 0, wrong: row[told] ?? 0 };
    })
    .filter(({ label, told }) => label !== told)
    .sort((a, b) => b.wrong - a.wrong);
}

/** Share of images that were told rightly. */
export function accuracyOf(counts: readonly (readonly number[])[]): number {
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : counts.reduce((sum, row, k) => sum + (row[k] as number), 0) / all;
}
