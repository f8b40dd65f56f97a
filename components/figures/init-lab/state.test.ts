import { expect, test } from 'vitest';
import { initInitial, initUrl } from './state';

test('settings survive the way through the address', () => {
  expect(initUrl.parse(initUrl.format(initInitial))).toEqual(initInitial);
  expect(initUrl.parse('tanh;0.35')).toEqual({ activation: 'tanh', gain: 0.35 });
});

test.each(['', 'relu', 'relu;', 'relu;4', 'relu;-1', 'step;1', 'tanh;x'])('nonsense is not taken: "%s"', (text) => {
  expect(initUrl.parse(text)).toBeNull();
});
