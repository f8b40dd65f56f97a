import type { PlotFrame } from '../plot';
import { type Entry, entriesIn, placeOf, type View } from './entries';

const SIZE = { width: 300, height: 200 };

/** Years as they are; parameters and depth by their decimal logarithm. */
export const FRAMES: Record<View, PlotFrame> = {
  year: { x: [2009.4, 2017.6], y: [0, 30], ...SIZE },
  parameters: { x: [Math.log10(4e6), Math.log10(4e8)], y: [0, 20], ...SIZE },
  depth: { x: [Math.log10(5), Math.log10(600)], y: [0, 20], ...SIZE },
};

const logTicks = (values: readonly number[], text: (value: number) => string) =>
  values.map((value) => ({ at: Math.log10(value), text: text(value) }));

export const X_TICKS: Record<View, readonly { at: number; text: string }[]> = {
  year: [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017].map((year) => ({ at: year, text: String(year) })),
  parameters: logTicks([5e6, 1e7, 2e7, 5e7, 1e8, 2e8], (value) => `${value / 1e6} M`),
  depth: logTicks([8, 16, 32, 64, 128, 256], String),
};

export const Y_TICKS: Record<View, readonly { at: number; text: string }[]> = {
  year: [0, 10, 20, 30].map((at) => ({ at, text: String(at) })),
  parameters: [0, 5, 10, 15, 20].map((at) => ({ at, text: String(at) })),
  depth: [0, 5, 10, 15, 20].map((at) => ({ at, text: String(at) })),
};

/** Entries of the same year that would cover one another step aside by this many years. */
const ASIDE: Partial<Record<Entry['id'], number>> = { alexnetAlone: 0.17, alexnet: -0.17, vgg: 0.2, googlenet: -0.2 };

/** Where an entry is drawn, in data coordinates of its view. */
export function pointOf(entry: Entry, view: View): [number, number] {
  const place = placeOf(entry, view) as number;
  return [view === 'year' ? place + (ASIDE[entry.id] ?? 0) : Math.log10(place), entry.error];
}

const LARGEST = 16;

/** Radius in SVG units: the area shows the depth against parameters and the parameters against depth. */
export function radiusOf(entry: Entry, view: View): number {
  if (view === 'year') return 5;
  const other = view === 'parameters' ? 'depth' : 'parameters';
  const most = Math.max(...entriesIn(other).map((one) => one[other] as number));
  return LARGEST * Math.sqrt((entry[other] as number) / most);
}
