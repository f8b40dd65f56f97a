import type { CSSProperties } from 'react';
import type { OptimizerName } from './optimizers';

/** Relatives share a colour; the second of each pair is dashed, and every runner has its letter. */
export const marks: Record<OptimizerName, { letter: string; series: number; dashed?: true }> = {
  sgd: { letter: 'S', series: 1 },
  momentum: { letter: 'M', series: 2 },
  nesterov: { letter: 'N', series: 2, dashed: true },
  adagrad: { letter: 'G', series: 3 },
  adadelta: { letter: 'D', series: 3, dashed: true },
  rmsprop: { letter: 'R', series: 4 },
  adam: { letter: 'A', series: 5 },
  adamw: { letter: 'W', series: 5, dashed: true },
};

/** The stroke of a runner’s trail, curve and key. */
export const lineStyle = (name: OptimizerName): CSSProperties => ({
  stroke: `var(--series-${marks[name].series})`,
  strokeDasharray: marks[name].dashed && '4 3',
});
