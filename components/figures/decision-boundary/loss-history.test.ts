import { expect, test } from 'vitest';
import { appendLoss, lossPath } from './loss-history';

test('a long training keeps its first and its latest point and stays short', () => {
  let history = [{ step: 0, loss: 1 }];
  for (let step = 1; step <= 5000; step++) history = appendLoss(history, { step, loss: 1 / step });
  expect(history.length).toBeLessThanOrEqual(301);
  expect(history[0]?.step).toBe(0);
  expect(history.at(-1)?.step).toBe(5000);
});

test('the curve spans the box, and a diverged loss is left out', () => {
  const { path, top } = lossPath(
    [
      { step: 0, loss: 2 },
      { step: 10, loss: 0 },
      { step: 20, loss: Number.NaN },
    ],
    100,
    50,
  );
  expect(path).toBe('M0.0 0.0L100.0 50.0');
  expect(top).toBe(2);
});
