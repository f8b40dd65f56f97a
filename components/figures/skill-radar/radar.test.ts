import { expect, test } from 'vitest';
import { pointOf, radarInitial, radarUrl, weakest } from './radar';

test.each([
  [0, 4, [0, -1]],
  [3, 2, [0, 0.5]],
  [1, 4, [Math.sqrt(3) / 2, -0.5]],
  [5, 4, [-Math.sqrt(3) / 2, -0.5]],
  [2, 0, [0, 0]],
])('spoke %i at level %i ends at %j', (index, level, [x = 0, y = 0]) => {
  const point = pointOf(index, level);
  expect(point[0]).toBeCloseTo(x, 12);
  expect(point[1]).toBeCloseTo(y, 12);
});

test('the weakest are those with the lowest level', () => {
  expect(weakest({ ...radarInitial, papers: 0, algebra: 1 })).toEqual(['papers']);
  expect(weakest(radarInitial)).toHaveLength(6);
});

test('levels survive the way through the address', () => {
  const levels = { code: 4, algebra: 3, calculus: 2, probability: 1, papers: 0, team: 4 };
  expect(radarUrl.format(levels)).toBe('432104');
  expect(radarUrl.parse('432104')).toEqual(levels);
});

test.each(['', '43210', '4321045', '432105', 'abcdef'])('nonsense in the address is not taken: %s', (text) => {
  expect(radarUrl.parse(text)).toBeNull();
});
