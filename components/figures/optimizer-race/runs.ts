import { type OptimizerName, trajectory } from './optimizers';
import type { RaceState } from './state';
import { type Point, surfaceOf } from './surfaces';

/** A shown run up to the present step: its points and their heights above the least loss. */
export type Run = { name: OptimizerName; path: Point[]; losses: number[]; diverged: boolean };

/** Two significant digits, small and large ones with an exponent. */
export const shown = (value: number) =>
  value === 0 || (value >= 0.01 && value < 1000) ? String(+value.toPrecision(2)) : value.toExponential(1);

/** The largest change of a coordinate in update `step` (from 1), or null if there was none. */
export function moved({ path }: Run, step: number): number | null {
  const [from, to] = [path[step - 1], path[step]];
  return from && to ? Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) : null;
}

/** What the race has come to: every shown run up to the present step. */
export function runsOf(state: RaceState): Run[] {
  const surface = surfaceOf(state.surface, state.kappa);
  return state.shown.map((name) => {
    const path = trajectory(name, surface, state, state.start, state.step);
    const losses = path.map((p) => Math.max(surface.value(p) - surface.low, 0));
    return { name, path, losses, diverged: path.length <= state.step };
  });
}
