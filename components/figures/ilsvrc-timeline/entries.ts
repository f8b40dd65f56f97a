/** How the points are laid out: over the years, or the nets alone against their parameters or their depth. */
export const VIEWS = ['year', 'parameters', 'depth'] as const;
export type View = (typeof VIEWS)[number];

export type EntryId =
  | 'y2010'
  | 'y2011'
  | 'alexnet'
  | 'alexnetAlone'
  | 'second2012'
  | 'y2013'
  | 'googlenet'
  | 'vgg'
  | 'resnet'
  | 'y2016'
  | 'senet';

/**
 * A classification entry of the ImageNet challenge. `error` is the top-5 test error in per cent. `net` tells features made
 * by hand from convolutional nets; the errors of those are of ensembles, `parameters` and `depth` (weight layers) of one
 * of their nets, null where this unit's table of totals has none.
 */
export type Entry = {
  id: EntryId;
  name: string;
  year: number;
  error: number;
  place: 'first' | 'second';
  net: boolean;
  parameters: number | null;
  depth: number | null;
};

/** Top-5 error of one trained human on the same task, in per cent. */
export const HUMAN = 5.1;

const alexnet = { name: 'AlexNet', year: 2012, place: 'first', net: true, parameters: 60_965_224, depth: 8 } as const;
const unknown = { parameters: null, depth: null } as const;

/** The winners of 2010 to 2017, the second run of AlexNet, and the seconds of 2012 and 2014. */
export const ENTRIES: readonly Entry[] = [
  { id: 'y2010', name: 'NEC-UIUC', year: 2010, error: 28.2, place: 'first', net: false, ...unknown },
  { id: 'y2011', name: 'XRCE', year: 2011, error: 25.8, place: 'first', net: false, ...unknown },
  { id: 'second2012', name: 'ISI', year: 2012, error: 26.2, place: 'second', net: false, ...unknown },
  { id: 'alexnetAlone', error: 16.4, ...alexnet },
  { id: 'alexnet', error: 15.3, ...alexnet },
  { id: 'y2013', name: 'Clarifai', year: 2013, error: 11.7, place: 'first', net: true, ...unknown },
  {
    id: 'vgg',
    name: 'VGG-16',
    year: 2014,
    error: 7.3,
    place: 'second',
    net: true,
    parameters: 138_357_544,
    depth: 16,
  },
  {
    id: 'googlenet',
    name: 'GoogLeNet',
    year: 2014,
    error: 6.67,
    place: 'first',
    net: true,
    parameters: 6_998_552,
    depth: 22,
  },
  {
    id: 'resnet',
    name: 'ResNet-152',
    year: 2015,
    error: 3.57,
    place: 'first',
    net: true,
    parameters: 60_192_808,
    depth: 152,
  },
  { id: 'y2016', name: 'Trimps-Soushen', year: 2016, error: 2.99, place: 'first', net: true, ...unknown },
  { id: 'senet', name: 'SENet', year: 2017, error: 2.25, place: 'first', net: true, ...unknown },
];

/** Where an entry stands along x in a view; null when it is not drawn there. */
export const placeOf = (entry: Entry, view: View): number | null => entry[view];

/** The entries drawn in a view, from left to right, higher errors first at the same place. */
export function entriesIn(view: View): Entry[] {
  return ENTRIES.filter((entry) => placeOf(entry, view) !== null).sort(
    (a, b) => (placeOf(a, view) as number) - (placeOf(b, view) as number) || b.error - a.error,
  );
}

/** The entries that a view joins by a line: the winners of the years, or each net with its best error. */
export function joinedIn(view: View): Entry[] {
  return entriesIn(view).filter((entry) => entry.id !== 'alexnetAlone' && (view !== 'year' || entry.place === 'first'));
}

/** Whether every error is below the one before. */
export function falls(entries: readonly Entry[]): boolean {
  return entries.every((entry, i) => i === 0 || entry.error < (entries[i - 1] as Entry).error);
}

/** The first winner with a lower error than the human. */
export function firstPastHuman(): Entry {
  return joinedIn('year').find(({ error }) => error < HUMAN) as Entry;
}
