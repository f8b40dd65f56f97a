import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GradingRule, LateRule } from '@/contracts/gradebook';
import { type Attempt, gradesOfLearner, lateDaysOf, penaltyOf, type Task, type Work } from './grades';

const DUE = new Date('2026-12-06T14:59:59Z');
const NOW = new Date('2027-01-01T00:00:00Z');
const HOUR = 3_600_000;
const NO_PENALTY: LateRule = { percentPerDay: 0, most: 100, nothingAfter: null };
const TENTH_A_DAY: LateRule = { percentPerDay: 10, most: 50, nothingAfter: 7 };
const BEST: GradingRule = { attempts: 'best', late: NO_PENALTY };

const task = (more: Partial<Task> = {}): Task => ({ weight: 1, dueAt: DUE, ...more });
const work = (more: Partial<Work> = {}): Work => ({
  outOf: 10,
  attempts: [],
  override: null,
  extendedTo: null,
  ...more,
});
/** Handed in so many hours after the due date. */
const attempt = (points: number, hours = -1): Attempt => ({
  points,
  handedInAt: new Date(DUE.getTime() + hours * HOUR),
});

const one = (of: Partial<Work>, rule: GradingRule = BEST, planned: Partial<Task> = {}) => {
  const { grades, total } = gradesOfLearner([task(planned)], [work(of)], rule, NOW);
  return { ...grades[0], total };
};

test.each([
  [-1, 0],
  [0, 0],
  [1 / HOUR, 1],
  [24, 1],
  [24 + 1 / HOUR, 2],
  [24 * 7, 7],
])('%d hours after the due date are %d days', (hours, days) => {
  expect(lateDaysOf(attempt(0, hours).handedInAt, DUE)).toBe(days);
});

test('what is never due is never late', () => {
  expect(lateDaysOf(NOW, null)).toBe(0);
});

test.each([
  [0, 0],
  [1, 10],
  [4, 40],
  [5, 50],
  [6, 50],
  [7, 50],
  [8, 100],
])('%d days at ten percent, half at most and nothing after a week, cost %d %%', (days, percent) => {
  expect(penaltyOf(days, TENTH_A_DAY)).toBe(percent);
});

test('a total is the weighted mean of the shares, worked out by hand', () => {
  const rule: GradingRule = { attempts: 'best', late: TENTH_A_DAY };
  const { grades, total } = gradesOfLearner(
    [task({ weight: 2 }), task(), task({ weight: 0.5 }), task({ weight: 3, dueAt: new Date('2027-02-01T00:00:00Z') })],
    [
      // 9 of 12, a day late: 8.1.
      work({ outOf: 12, attempts: [attempt(3), attempt(9, 2)] }),
      work({ override: 7.5 }),
      work(),
      work({ attempts: [attempt(10)] }),
    ],
    rule,
    NOW,
  );
  expect(grades.map(({ points, penalty, source, counts }) => [points, penalty, source, counts])).toEqual([
    [8.1, 10, 'submission', true],
    [7.5, 0, 'override', true],
    [0, 0, null, true],
    [10, 0, 'submission', false],
  ]);
  // (2 · 8.1/12 + 1 · 0.75 + 0.5 · 0) / 3.5 = 2.1 / 3.5, and (2.1 + 3) / 6.5
  expect(total).toEqual({ soFar: 0.6, all: 0.7846 });
});

test('the better of an early part and a late whole counts, whatever the last was', () => {
  const attempts = [attempt(4), attempt(6), attempt(10, 30), attempt(2, 31)];
  expect(one({ attempts }, { attempts: 'best', late: { ...TENTH_A_DAY, percentPerDay: 30 } })).toMatchObject({
    ...{ points: 6, earned: 6, lateDays: 0, penalty: 0 },
  });
  expect(one({ attempts }, { attempts: 'best', late: TENTH_A_DAY })).toMatchObject({
    ...{ points: 8, earned: 10, lateDays: 2, penalty: 20 },
  });
  expect(one({ attempts }, { attempts: 'last', late: TENTH_A_DAY })).toMatchObject({ points: 1.6, earned: 2 });
});

test('who has handed nothing in has nothing, and says so', () => {
  expect(one({})).toMatchObject({ points: 0, source: null, counts: true, total: { soFar: 0, all: 0 } });
});

test('where nothing is due there is no total so far', () => {
  const { total } = gradesOfLearner([task({ dueAt: null })], [work({ attempts: [attempt(10)] })], BEST, NOW);
  expect(total).toEqual({ soFar: null, all: 1 });
  expect(gradesOfLearner([], [], BEST, NOW).total).toEqual({ soFar: null, all: null });
  expect(one({ attempts: [attempt(10)] }, BEST, { weight: 0 }).total).toEqual({ soFar: null, all: null });
});

test('during an extension an exercise counts once something is handed in', () => {
  const extendedTo = new Date('2027-02-01T00:00:00Z');
  expect(one({ extendedTo })).toMatchObject({ counts: false, isExtended: true, dueAt: extendedTo });
  expect(one({ extendedTo, attempts: [attempt(5, 100)] })).toMatchObject({ counts: true, lateDays: 0, points: 5 });
});

test('an extension that the plan has overtaken is none', () => {
  const earlier = new Date(DUE.getTime() - HOUR);
  expect(one({ extendedTo: earlier })).toMatchObject({ isExtended: false, dueAt: DUE });
  expect(one({ extendedTo: earlier }, BEST, { dueAt: null })).toMatchObject({ isExtended: false, dueAt: null });
});

test('points of a version that had more are those that there are now', () => {
  expect(one({ outOf: 8, attempts: [attempt(10)] })).toMatchObject({ points: 8, total: { all: 1 } });
});

// ── However it is set ──────────────────────────────────────────────────────

const points = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true }));
const weight = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 10, noNaN: true }));
const moment = fc.integer({ min: -20 * 24, max: 20 * 24 }).map((hours) => new Date(DUE.getTime() + hours * HOUR));
const anyAttempt: fc.Arbitrary<Attempt> = fc.record({ points, handedInAt: moment });
const anyTask: fc.Arbitrary<Task> = fc.record({ weight, dueAt: fc.option(moment) });
const anyWork: fc.Arbitrary<Work> = fc.record({
  outOf: fc.integer({ min: 1, max: 20 }),
  attempts: fc
    .array(anyAttempt, { maxLength: 5 })
    .map((attempts) => attempts.toSorted((a, b) => a.handedInAt.getTime() - b.handedInAt.getTime())),
  override: fc.option(points),
  extendedTo: fc.option(moment),
});
const anyLate: fc.Arbitrary<LateRule> = fc.record({
  percentPerDay: fc.integer({ min: 0, max: 100 }),
  most: fc.integer({ min: 0, max: 100 }),
  nothingAfter: fc.option(fc.integer({ min: 0, max: 30 })),
});
const anyRule: fc.Arbitrary<GradingRule> = fc.record({ attempts: fc.constantFrom('best', 'last'), late: anyLate });
const plan = fc.array(fc.tuple(anyTask, anyWork), { minLength: 1, maxLength: 6 });
type Plan = [Task, Work][];

const gradesOf = (all: Plan, rule: GradingRule, now: Date) =>
  gradesOfLearner(
    all.map(([of]) => of),
    all.map(([, done]) => done),
    rule,
    now,
  );

/** The plan with its first exercise's work changed. */
const withFirst = ([first, ...others]: Plan, change: (done: Work) => Partial<Work>): Plan =>
  first === undefined ? [] : [[first[0], { ...first[1], ...change(first[1]) }], ...others];

/** Neither points of an exercise nor a total of `less` are above those of `more`. */
function expectNoMore(less: ReturnType<typeof gradesOf>, more: ReturnType<typeof gradesOf>) {
  for (const [at, { points: own }] of less.grades.entries())
    expect(own).toBeLessThanOrEqual(more.grades[at]?.points ?? 0);
  expect(less.total.all ?? 0).toBeLessThanOrEqual(more.total.all ?? 0);
  // What nothing counts in is no worse than anything.
  expect(less.total.soFar ?? 0).toBeLessThanOrEqual(more.total.soFar ?? 1);
}

test('points are between 0 and what there are, totals between 0 and 1', () => {
  fc.assert(
    fc.property(plan, anyRule, moment, (all, rule, now) => {
      const { grades, total } = gradesOf(all, rule, now);
      for (const { points: own, outOf, penalty, lateDays } of grades) {
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(outOf);
        expect(penalty).toBeGreaterThanOrEqual(0);
        expect(penalty).toBeLessThanOrEqual(100);
        expect(Number.isInteger(lateDays) && lateDays >= 0).toBe(true);
      }
      for (const share of [total.soFar, total.all]) {
        expect(share ?? 0).toBeGreaterThanOrEqual(0);
        expect(share ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('more points in any submission never lower anything', () => {
  fc.assert(
    fc.property(plan, anyRule, moment, fc.nat(4), points, (all, rule, now, which, more) => {
      const raised = withFirst(all, ({ attempts }) => ({
        attempts: attempts.map((old, at) => (at === which ? { ...old, points: old.points + more } : old)),
      }));
      expectNoMore(gradesOf(all, rule, now), gradesOf(raised, rule, now));
    }),
  );
});

test('more points set by hand never lower anything', () => {
  fc.assert(
    fc.property(plan, anyRule, moment, points, points, (all, rule, now, set, more) => {
      const [low, high] = [set, set + more].map((override) =>
        gradesOf(
          withFirst(all, () => ({ override })),
          rule,
          now,
        ),
      );
      expectNoMore(low as ReturnType<typeof gradesOf>, high as ReturnType<typeof gradesOf>);
    }),
  );
});

test('an extension, or a longer one, never lowers anything', () => {
  fc.assert(
    fc.property(plan, anyRule, moment, fc.option(moment), moment, (all, rule, now, one, other) => {
      const later = one === null || other > one ? other : one;
      const before = gradesOf(
        withFirst(all, () => ({ extendedTo: one })),
        rule,
        now,
      );
      expectNoMore(
        before,
        gradesOf(
          withFirst(all, () => ({ extendedTo: later })),
          rule,
          now,
        ),
      );
    }),
  );
});

test('a heavier rule never raises anything', () => {
  fc.assert(
    fc.property(
      plan,
      fc.constantFrom('best' as const, 'last' as const),
      anyLate,
      anyLate,
      moment,
      (all, attempts, a, b, now) => {
        const days = [a.nothingAfter, b.nothingAfter].map((after) => after ?? Number.POSITIVE_INFINITY);
        const heavier: LateRule = {
          percentPerDay: Math.max(a.percentPerDay, b.percentPerDay),
          most: Math.max(a.most, b.most),
          nothingAfter: Math.min(...days) === Number.POSITIVE_INFINITY ? null : Math.min(...days),
        };
        expectNoMore(gradesOf(all, { attempts, late: heavier }, now), gradesOf(all, { attempts, late: a }, now));
      },
    ),
  );
});

test('where the best counts, no order among the submissions matters, and one more never lowers the points', () => {
  const shuffled = fc
    .array(anyAttempt, { minLength: 1, maxLength: 6 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, anyLate, ([attempts, others], late) => {
      const rule: GradingRule = { attempts: 'best', late };
      expect(one({ attempts: others }, rule)).toEqual(one({ attempts }, rule));
      const fewer = one({ attempts: attempts.slice(1) }, rule);
      expect(fewer.points ?? 0).toBeLessThanOrEqual(one({ attempts }, rule).points ?? 0);
    }),
  );
});

test('weights that are all multiplied alike change nothing', () => {
  fc.assert(
    fc.property(plan, anyRule, moment, fc.integer({ min: 1, max: 1000 }), (all, rule, now, factor) => {
      const whole = all.map(([of, done]): [Task, Work] => [{ ...of, weight: Math.round(of.weight * 8) }, done]);
      const scaled = whole.map(([of, done]): [Task, Work] => [{ ...of, weight: of.weight * factor }, done]);
      expect(gradesOf(scaled, rule, now)).toEqual(gradesOf(whole, rule, now));
    }),
  );
});

test('an override beats everything: what was handed in, when, and by which rule', () => {
  fc.assert(
    fc.property(anyWork, anyWork, anyRule, anyRule, points, (a, b, rule, other, override) => {
      const outOf = 20;
      const set = { override, outOf };
      const first = one({ ...a, ...set, extendedTo: null }, rule);
      expect(first).toEqual(one({ ...b, ...set, extendedTo: null }, other));
      expect(first).toMatchObject({ source: 'override', penalty: 0, lateDays: 0 });
      // To two decimals.
      expect(Math.abs((first.points ?? 0) - override)).toBeLessThan(0.00501);
    }),
  );
});

test('who has all points has everything', () => {
  fc.assert(
    fc.property(plan, moment, (all, now) => {
      const full = all.map(([of, done]): [Task, Work] => [
        { ...of, weight: of.weight + 1 },
        { ...done, override: done.outOf },
      ]);
      expect(gradesOf(full, BEST, now).total.all).toBe(1);
    }),
  );
});
