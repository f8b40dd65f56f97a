import { expect, test } from 'vitest';
import { stepperInitial, stepperUrl } from './state';

test('settings survive the way through the address', () => {
  expect(stepperUrl.parse(stepperUrl.format(stepperInitial))).toEqual(stepperInitial);
  expect(stepperUrl.parse('-1.5;0;7;1')).toEqual({ x1: -1.5, x2: 0, step: 7, quiz: true });
});

test.each(['', '1;2;0', '1;2;11;0', '1;2;-1;0', '3;0;0;0', '0.3;0;0;0', '1;2;0;2', 'a;b;c;d'])(
  'nonsense is not taken: "%s"',
  (text) => {
    expect(stepperUrl.parse(text)).toBeNull();
  },
);
