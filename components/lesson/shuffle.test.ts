import { expect, test } from 'vitest';
import { mixById, shuffleBy } from './shuffle';

const letters = (count: number) => [...'abcdefgh'].slice(0, count);
const ids = Array.from({ length: 50 }, (_, index) => `02-mlp.01-one#check-${index}`);

test.each([2, 3, 4, 5, 8])('%i items are all there, never in their order, and the same at every visit', (count) => {
  for (const id of ids) {
    const shuffled = shuffleBy(id, letters(count));
    expect(shuffled).not.toEqual(letters(count));
    expect(shuffled.toSorted()).toEqual(letters(count));
    expect(shuffleBy(id, letters(count))).toEqual(shuffled);
  }
});

test('every order but the right one occurs', () => {
  const orders = new Set(ids.map((id) => shuffleBy(id, letters(3)).join('')));
  expect([...orders].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
});

test('something between them does not let the answer stand in its order', () => {
  for (const id of ids) {
    const shuffled = shuffleBy(id, ['a', 'b', 'x'], ['a', 'b']);
    expect(shuffled.indexOf('b')).toBeLessThan(shuffled.indexOf('a'));
  }
});

test('choices are mixed in one way however they are written, and the first written may stand anywhere', () => {
  const choices = ['right', 'w1', 'w2', 'w3'].map((id) => ({ id }));
  const places = ids.map((id) => {
    const mixed = mixById(id, choices);
    expect(mixed.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(choices);
    expect(mixById(id, choices.toReversed())).toEqual(mixed);
    return mixed.findIndex(({ id }) => id === 'right');
  });
  expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
});

test('one item alone has no wrong order', () => {
  expect(() => shuffleBy('id', ['a'])).toThrow('two items');
});
