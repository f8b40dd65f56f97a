import * as z from 'zod';

/**
 * A clock that several people look at. Times are of the server, in milliseconds since 1970; who shows it adds the offset of
 * their own clock. It never ticks: what is left follows from when it was started.
 */
export const ClockSchema = z.object({
  /** Counts changes; a change names the one it stands on. */
  revision: z.number().int(),
  state: z.enum(['idle', 'running', 'paused', 'ended']),
  /** Item of the agenda. */
  index: z.number().int(),
  /** When this item was started or resumed; null unless running. */
  since: z.number().nullable(),
  /** Of this item, before `since`. */
  elapsed: z.number(),
  /** Given on top of each item's minutes. */
  extra: z.array(z.number()),
});
export type Clock = z.infer<typeof ClockSchema>;

/** `start` also goes on after a pause; `extend` gives the item two minutes more. */
export const ClockActionSchema = z.enum(['start', 'pause', 'next', 'back', 'extend', 'end']);
export type ClockAction = z.infer<typeof ClockActionSchema>;

export const EXTENSION_MS = 120_000;
/** Nobody stretches an item beyond an hour. */
const MAX_EXTRA_MS = 3_600_000;

export const NEW_CLOCK: Clock = { revision: 0, state: 'idle', index: 0, since: null, elapsed: 0, extra: [] };

/** Milliseconds that the present item has been on. */
export function elapsedMs(clock: Clock, now: number): number {
  return clock.elapsed + (clock.since === null ? 0 : Math.max(0, now - clock.since));
}

/** Milliseconds left of the present item; negative once it is overdrawn: going on is for people to decide. */
export function remainingMs(clock: Clock, minutes: readonly number[], now: number): number {
  return (minutes[clock.index] ?? 0) * 60_000 + (clock.extra[clock.index] ?? 0) - elapsedMs(clock, now);
}

/** Whether the hour is on: running, or paused in between. */
export function isOn(clock: Clock): boolean {
  return clock.state === 'running' || clock.state === 'paused';
}

/** The clock after an action, over `items` items; null where the action makes no sense. */
export function applyAction(clock: Clock, action: ClockAction, items: number, now: number): Clock | null {
  const next = change(clock, action, items, now);
  return next && { ...next, revision: clock.revision + 1 };
}

function change(clock: Clock, action: ClockAction, items: number, now: number): Clock | null {
  const running = clock.state === 'running';
  const at = (index: number): Clock => ({ ...clock, index, elapsed: 0, since: running ? now : null });
  switch (action) {
    case 'start':
      return clock.state === 'idle' || clock.state === 'paused' ? { ...clock, state: 'running', since: now } : null;
    case 'pause':
      return running ? { ...clock, state: 'paused', since: null, elapsed: elapsedMs(clock, now) } : null;
    case 'next':
      if (!isOn(clock)) return null;
      return clock.index + 1 < items ? at(clock.index + 1) : ended(clock, now);
    case 'back':
      return isOn(clock) && clock.index > 0 ? at(clock.index - 1) : null;
    case 'extend': {
      if (!isOn(clock) || (clock.extra[clock.index] ?? 0) >= MAX_EXTRA_MS) return null;
      const extra = Array.from({ length: items }, (_, index) => clock.extra[index] ?? 0);
      extra[clock.index] = (extra[clock.index] ?? 0) + EXTENSION_MS;
      return { ...clock, extra };
    }
    case 'end':
      return isOn(clock) ? ended(clock, now) : null;
  }
}

function ended(clock: Clock, now: number): Clock {
  return { ...clock, state: 'ended', since: null, elapsed: elapsedMs(clock, now) };
}

/** One request as its sender saw it, by their own clock: when it went out, when the answer came, and the server's time in it. */
export interface TimeSample {
  sent: number;
  received: number;
  server: number;
}

/**
 * Milliseconds to add to one's own clock to get the server's (Cristian's algorithm): of several requests the quickest one
 * counts, off by half its round trip at most.
 */
export function clockOffset(samples: readonly TimeSample[]): number {
  const best = samples.reduce<TimeSample | null>(
    (quickest, one) => (quickest && quickest.received - quickest.sent <= one.received - one.sent ? quickest : one),
    null,
  );
  return best === null ? 0 : best.server - (best.sent + best.received) / 2;
}
