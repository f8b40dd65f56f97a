import type { Activation, BoundaryConfig } from './config';
import { activationsAt, type Layer } from './net';
import { gridPoints } from './plane';

/** Cells along each side of a unit's map. */
export const UNIT_CELLS = 16;
const AREA = UNIT_CELLS ** 2;

/** What a unit gives over the plane: UNIT_CELLS² values row by row from the top left, and the largest magnitude. */
export type UnitMap = { values: Float32Array; most: number };

const toMap = (values: Float32Array): UnitMap => ({
  values,
  most: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
});

/** Maps of all hidden units, layer by layer, out of one flat array in that order. */
export function splitUnits(flat: Float32Array, { depth, width }: Pick<BoundaryConfig, 'depth' | 'width'>): UnitMap[][] {
  return Array.from({ length: depth }, (_, layer) =>
    Array.from({ length: width }, (_, unit) => {
      const start = (layer * width + unit) * AREA;
      return toMap(flat.slice(start, start + AREA));
    }),
  );
}

/** The same of a net whose weights are here. */
export function unitsOf(layers: readonly Layer[], activation: Activation): UnitMap[][] {
  const rows = activationsAt(layers, activation, gridPoints(UNIT_CELLS)).slice(0, -1);
  return rows.map((row, layer) => {
    const width = layers[layer]?.fanOut ?? 0;
    return Array.from({ length: width }, (_, unit) =>
      toMap(Float32Array.from({ length: AREA }, (_, cell) => row[cell * width + unit] as number)),
    );
  });
}

/** How many units give 0 everywhere. */
export function describeUnits(maps: readonly UnitMap[]): { off: number; total: number } {
  return { off: maps.filter(({ most }) => most === 0).length, total: maps.length };
}
