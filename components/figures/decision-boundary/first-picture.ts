import type { BoundaryConfig } from './config';
import { makeData } from './datasets';
import { initialLayers, logitsAt } from './net';
import { gridPoints } from './plane';
import type { BoundaryPicture } from './view';

/** Cells along each side of the drawing before training: coarser than the live one, since it is part of the page. */
const FIRST_CELLS = 48;

/** The untrained net on its data. */
export function firstPicture(config: BoundaryConfig): BoundaryPicture {
  return {
    phase: 'untouched',
    data: makeData(config.dataset, config.seed),
    logits: logitsAt(initialLayers(config), config.activation, gridPoints(FIRST_CELLS)),
    cells: FIRST_CELLS,
    step: 0,
    loss: null,
    accuracy: null,
    history: [],
    backend: null,
    speed: 4,
  };
}
