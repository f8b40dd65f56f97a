import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyAction,
  type Clock,
  ClockActionSchema,
  clockOffset,
  elapsedMs,
  isOn,
  NEW_CLOCK,
  remainingMs,
} from './session-clock';

const MINUTES = [10, 10, 3];
const T0 = 1_796_000_000_000;
const run = (actions: [Parameters<typeof applyAction>[1], number][], clock: Clock | null = NEW_CLOCK) =>
  actions.reduce<Clock | null>(
    (at, [action, now]) => at && applyAction(at, action, MINUTES.length, now),
    clock,
  ) as Clock;

test('a pause stops the time, and a start goes on from there', () => {
  const paused = run([
    ['start', T0],
    ['pause', T0 + 60_000],
  ]);
  expect(remainingMs(paused, MINUTES, T0 + 999_000)).toBe(9 * 60_000);
  const again = run([['start', T0 + 1_000_000]], paused);
  expect(remainingMs(again, MINUTES, T0 + 1_000_000 + 30_000)).toBe(8.5 * 60_000);
});

test('the next item begins anew, its own two minutes more do not count for others, and the last one’s next ends the hour', () => {
  const second = run([
    ['start', T0],
    ['extend', T0],
    ['next', T0 + 5_000],
  ]);
  expect([second.index, remainingMs(second, MINUTES, T0 + 5_000)]).toEqual([1, 600_000]);
  expect(remainingMs(run([['back', T0 + 6_000]], second), MINUTES, T0 + 6_000)).toBe(720_000);
  const over = run(
    [
      ['next', T0 + 6_000],
      ['next', T0 + 7_000],
    ],
    second,
  );
  expect([over.state, isOn(over)]).toEqual(['ended', false]);
  expect(applyAction(over, 'start', MINUTES.length, T0)).toBeNull();
});

test('an item that is overdrawn goes on, below zero', () => {
  expect(remainingMs(run([['start', T0]]), MINUTES, T0 + 660_000)).toBe(-60_000);
});

test('whatever is pressed, the clock stays one, and every change has its number', () => {
  const press = fc.tuple(fc.constantFrom(...ClockActionSchema.options), fc.integer({ min: 0, max: 100_000 }));
  fc.assert(
    fc.property(fc.array(press, { maxLength: 60 }), (presses) => {
      let clock = NEW_CLOCK;
      let now = T0;
      for (const [action, wait] of presses) {
        now += wait;
        const next = applyAction(clock, action, MINUTES.length, now);
        expect(next === null || next.revision === clock.revision + 1).toBe(true);
        clock = next ?? clock;
        expect(clock.index >= 0 && clock.index < MINUTES.length).toBe(true);
        expect((clock.since !== null) === (clock.state === 'running')).toBe(true);
        expect(elapsedMs(clock, now)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a wrong local clock shows what the server’s shows, to half a round trip', () => {
  const trip = fc.record({
    wait: fc.integer({ min: 0, max: 9_000 }),
    there: fc.integer({ min: 0, max: 500 }),
    back: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e11, max: 1e11 }),
      fc.array(trip, { minLength: 1, maxLength: 6 }),
      (skew, trips) => {
        let server = T0;
        const samples = trips.map(({ wait, there, back }) => {
          server += wait + there;
          return { sent: server - there - skew, received: server + back - skew, server };
        });
        const shortest = Math.min(...samples.map(({ sent, received }) => received - sent));
        expect(Math.abs(clockOffset(samples) - skew)).toBeLessThanOrEqual(shortest / 2);
      },
    ),
  );
});
