import { expect, test } from 'vitest';
import { secantInitial, secantUrl } from './state';

test('settings survive the way through the address', () => {
  const state = { curve: 'sin', x: -0.3, logH: -7.25, precision: 'float32' } as const;
  expect(secantUrl.parse(secantUrl.format(state))).toEqual(state);
  expect(secantUrl.parse(secantUrl.format(secantInitial))).toEqual(secantInitial);
});

test.each(['', 'cos;1;-3;float64', 'exp;9;-3;float64', 'exp;1;-20;float64', 'exp;1;;float64', 'exp;1;-3;float16'])(
  'nonsense in the address is not taken: %s',
  (text) => {
    expect(secantUrl.parse(text)).toBeNull();
  },
);
