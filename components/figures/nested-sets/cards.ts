/** Where a card may lie, from the outside in; each set lies within the one before it. */
export const REGIONS = ['outside', 'ai', 'ml', 'dl'] as const;
export type Region = (typeof REGIONS)[number];

/** What decides a card's place, one question per border. */
export type Card = {
  id: CardId;
  /** Makes decisions of a kind for which one would credit a person with intelligence. */
  decides: boolean;
  /** Its behaviour comes from examples rather than from rules written by hand. */
  learns: boolean;
  /** What learns is a neural network of many layers. */
  deep: boolean;
};

export const CARD_IDS = ['thermostat', 'astar', 'kmeans', 'spam', 'cnn', 'gpt'] as const;
export type CardId = (typeof CARD_IDS)[number];

export const CARDS: readonly Card[] = [
  { id: 'thermostat', decides: false, learns: false, deep: false },
  { id: 'astar', decides: true, learns: false, deep: false },
  { id: 'kmeans', decides: true, learns: true, deep: false },
  { id: 'spam', decides: true, learns: true, deep: false },
  { id: 'cnn', decides: true, learns: true, deep: true },
  { id: 'gpt', decides: true, learns: true, deep: true },
];

/** The innermost set that holds a card. */
export function regionOf({ decides, learns, deep }: Card): Region {
  if (!decides) return 'outside';
  if (!learns) return 'ai';
  return deep ? 'dl' : 'ml';
}

/** Places of the cards; one that is missing was not placed yet. */
export type Placement = Partial<Record<CardId, Region>>;

/** How many cards lie where they belong, and how many lie anywhere. */
export function scoreOf(placement: Placement): { right: number; placed: number } {
  const placed = CARDS.filter(({ id }) => placement[id] !== undefined);
  return { right: placed.filter((card) => placement[card.id] === regionOf(card)).length, placed: placed.length };
}

/** Whether a card lies too far out, too far in, or right; null while it is not placed. */
export function verdictOn(card: Card, placement: Placement): 'right' | 'further-in' | 'further-out' | null {
  const region = placement[card.id];
  if (region === undefined) return null;
  const distance = REGIONS.indexOf(regionOf(card)) - REGIONS.indexOf(region);
  if (distance === 0) return 'right';
  return distance > 0 ? 'further-in' : 'further-out';
}
