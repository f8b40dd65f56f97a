import { gridPoints } from '../decision-boundary/plane';
import type { LabConfig } from './config';
import { makeData } from './data';
import { createTrainer } from './trainer';
import type { LabPicture } from './view';

/** Cells along each side before training: coarser than the live ones, since the drawing is part of the page. */
const FIRST_CELLS = 32;

/** The untrained net on its training points. */
export function firstPicture(config: LabConfig): LabPicture {
  const trainer = createTrainer(config);
  return {
    ...trainer.snapshot(),
    phase: 'untouched',
    points: makeData(config.seed).train,
    grid: trainer.logits(gridPoints(FIRST_CELLS)),
    cells: FIRST_CELLS,
    before: [],
  };
}
