import { expect, test } from 'vitest';
import { CARDS, type CardId, type Region, regionOf, scoreOf, verdictOn } from './cards';
import { setsInitial, setsUrl } from './state';

const card = (id: CardId) => {
  const found = CARDS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test.each<[CardId, Region]>([
  ['thermostat', 'outside'],
  ['astar', 'ai'],
  ['kmeans', 'ml'],
  ['spam', 'ml'],
  ['cnn', 'dl'],
  ['gpt', 'dl'],
])('%s belongs to %s', (id, region) => {
  expect(regionOf(card(id))).toBe(region);
});

test('the sets are nested: what is deep learns, and what learns decides', () => {
  for (const { decides, learns, deep } of CARDS) {
    expect(!deep || learns).toBe(true);
    expect(!learns || decides).toBe(true);
  }
});

test('a wrong card is told the direction, an unplaced one nothing', () => {
  expect(verdictOn(card('cnn'), { cnn: 'ml' })).toBe('further-in');
  expect(verdictOn(card('kmeans'), { kmeans: 'dl' })).toBe('further-out');
  expect(verdictOn(card('astar'), { astar: 'ai' })).toBe('right');
  expect(verdictOn(card('gpt'), { astar: 'ai' })).toBeNull();
  expect(scoreOf({ astar: 'ai', gpt: 'ml' })).toEqual({ right: 1, placed: 2 });
});

test('places survive the way through the address', () => {
  const placement = { thermostat: 'outside', astar: 'ai', spam: 'ml', gpt: 'dl' } as const;
  expect(setsUrl.format(placement)).toBe('oa-m-d');
  expect(setsUrl.parse('oa-m-d')).toEqual(placement);
  expect(setsUrl.parse(setsUrl.format(setsInitial))).toEqual(setsInitial);
});

test.each(['', 'oammd', 'oammddd', 'oamxdd', 'OAMMDD'])('nonsense in the address is not taken: %s', (text) => {
  expect(setsUrl.parse(text)).toBeNull();
});
