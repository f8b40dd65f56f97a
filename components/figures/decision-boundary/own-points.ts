import type { PlaneData } from './datasets';

/** A point of the reader's own, within ±{@link REACH}, of class 0 or 1. */
export type OwnPoint = { x: number; y: number; label: 0 | 1 };

/** Own points at most: a link carries them. */
export const MOST_POINTS = 200;
/** How far from the centre a point may lie, along each axis. */
export const REACH = 1.1;
/** Coordinates are kept in steps of 0.01. */
const STEPS = 100;
const LENGTH = 5;

const clamp = (value: number) => Math.max(-REACH, Math.min(REACH, value));
const toDigits = (value: number) => (Math.round((clamp(value) + REACH) * STEPS) + 36 ** 2).toString(36).slice(1);
const fromDigits = (text: string) => Number.parseInt(text, 36) / STEPS - REACH;

/** Points as text for an address: five characters each, the class and two base-36 digits for each coordinate. */
export function packPoints(points: readonly OwnPoint[]): string {
  return points.map(({ x, y, label }) => `${label}${toDigits(x)}${toDigits(y)}`).join('');
}

/** Null for what {@link packPoints} never writes. */
export function unpackPoints(text: string): OwnPoint[] | null {
  if (!/^([01][0-9a-z]{4})*$/.test(text) || text.length > LENGTH * MOST_POINTS) return null;
  const points = (text.match(/.{5}/g) ?? []).map((part) => ({
    label: part[0] === '1' ? (1 as const) : (0 as const),
    x: fromDigits(part.slice(1, 3)),
    y: fromDigits(part.slice(3)),
  }));
  return points.every(({ x, y }) => Math.abs(x) <= REACH + 1e-9 && Math.abs(y) <= REACH + 1e-9) ? points : null;
}

/** Whether there is anything to tell apart. */
export function hasBothClasses(points: readonly OwnPoint[]): boolean {
  return points.some(({ label }) => label === 0) && points.some(({ label }) => label === 1);
}

export function toPlaneData(points: readonly OwnPoint[]): PlaneData {
  return {
    points: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
    labels: Float32Array.from(points, ({ label }) => label),
  };
}

/** Index of the point nearest to a place, at most `radius` away; −1 when there is none. */
export function nearestPoint(points: readonly OwnPoint[], x: number, y: number, radius: number): number {
  const distances = points.map((point) => Math.hypot(point.x - x, point.y - y));
  const least = Math.min(...distances);
  return least <= radius ? distances.indexOf(least) : -1;
}

export function toCsv(points: readonly OwnPoint[]): string {
  return ['x,y,class', ...points.map(({ x, y, label }) => `${+x.toFixed(2)},${+y.toFixed(2)},${label}`)].join('\n');
}

export type CsvProblem =
  | { problem: 'columns' | 'number' | 'classes'; line: number }
  | { problem: 'few' }
  | { problem: 'many'; count: number };

/**
 * Points from lines of `x, y, class`, also with tabs or semicolons between, a heading allowed. Each axis is stretched to
 * ±1 when a coordinate lies outside ±{@link REACH}. The first class that is met becomes 0, unless the classes are 0 and 1.
 */
export function fromCsv(text: string): { points: OwnPoint[]; isScaled: boolean } | CsvProblem {
  const classes: string[] = [];
  const rows: { x: number; y: number; name: string }[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim());
    if (cells.length !== 3) return { problem: 'columns', line: index + 1 };
    const [first = '', second = '', name = ''] = cells;
    const [x, y] = [first, second].map((cell) => (cell === '' ? Number.NaN : Number(cell))) as [number, number];
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      const isHeading = rows.length === 0 && Number.isNaN(x) && Number.isNaN(y) && first !== '';
      if (isHeading) continue;
      return { problem: 'number', line: index + 1 };
    }
    if (!classes.includes(name)) classes.push(name);
    if (name === '' || classes.length > 2) return { problem: 'classes', line: index + 1 };
    rows.push({ x, y, name });
  }
  if (classes.length < 2) return { problem: 'few' };
  if (rows.length > MOST_POINTS) return { problem: 'many', count: rows.length };
  const one = classes.includes('0') && classes.includes('1') ? '1' : classes[1];
  const isScaled = rows.some(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > REACH);
  const [atX, atY] = isScaled ? [stretch(rows.map(({ x }) => x)), stretch(rows.map(({ y }) => y))] : [same, same];
  return { points: rows.map(({ x, y, name }) => ({ x: atX(x), y: atY(y), label: name === one ? 1 : 0 })), isScaled };
}

const same = (value: number) => value;

/** Takes the least value to −1 and the greatest to 1; equal ones to 0. */
function stretch(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (high > low ? (2 * (value - low)) / (high - low) - 1 : 0);
}
