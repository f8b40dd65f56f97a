import { expect, test } from 'vitest';
import { ENTRIES, entriesIn, falls, firstPastHuman, joinedIn, VIEWS } from './entries';

test('over the years the error of the winners falls every time', () => {
  const winners = joinedIn('year');
  expect(winners.map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017]);
  expect(winners.map(({ error }) => error)).toEqual([28.2, 25.8, 15.3, 11.7, 6.67, 3.57, 2.99, 2.25]);
  expect(falls(winners)).toBe(true);
});

test('with the parameters the error goes up and down, with the depth it falls', () => {
  expect(joinedIn('parameters').map(({ error }) => error)).toEqual([6.67, 3.57, 15.3, 7.3]);
  expect(falls(joinedIn('parameters'))).toBe(false);
  expect(joinedIn('depth').map(({ depth }) => depth)).toEqual([8, 16, 22, 152]);
  expect(falls(joinedIn('depth'))).toBe(true);
});

test('equal errors do not count as falling', () => {
  const [first] = ENTRIES;
  expect(first && falls([first, first])).toBe(false);
});

test('the winner of 2015 is the first below the human', () => {
  expect(firstPastHuman().year).toBe(2015);
});

test.each(VIEWS)('seen against %s no two entries share a place and an error', (view) => {
  const places = entriesIn(view).map((entry) => `${entry[view]} ${entry.error}`);
  expect(new Set(places).size).toBe(places.length);
});
