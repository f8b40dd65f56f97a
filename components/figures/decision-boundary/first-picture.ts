import type { BoundaryConfig } from './config';
import { dataOf } from './datasets';
import { initialLayers, logitsAt } from './net';
import { gridPoints } from './plane';
import { unitsOf } from './units';
import type { BoundaryPicture } from './view';

/** Cells along each side of the drawing before training: coarser than the live one, since it is part of the page. */
const FIRST_CELLS = 48;

/** The untrained net on its data. */
export function firstPicture(config: BoundaryConfig): BoundaryPicture {
  const layers = initialLayers(config);
  return {
    phase: 'untouched',
    data: dataOf(config),
    logits: logitsAt(layers, config.activation, gridPoints(FIRST_CELLS)),
    cells: FIRST_CELLS,
    units: unitsOf(layers, config.activation),
    step: 0,
    loss: null,
    accuracy: null,
    history: [],
    backend: null,
    speed: 4,
  };
}
