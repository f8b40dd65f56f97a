import { expect, test } from 'vitest';
import { boostInitial, boostUrl } from './state';

test('settings survive the way through the address', () => {
  expect(boostUrl.parse(boostUrl.format({ rounds: 200, rate: 1 }))).toEqual({ rounds: 200, rate: 1 });
  expect(boostUrl.parse(boostUrl.format(boostInitial))).toEqual(boostInitial);
});

test.each(['', ';0.3', '201;0.3', '-1;0.3', '1.5;0.3', '3;0.2', '3'])('nonsense is not taken: "%s"', (text) => {
  expect(boostUrl.parse(text)).toBeNull();
});
