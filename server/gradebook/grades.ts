import 'server-only';
import type { GradingRule, LateRule } from '@/contracts/gradebook';
import { dueFor } from '../cohorts/due';
import { compare, type Fraction, fraction, over, plus, rounded, times, ZERO } from './fraction';

/** An exercise of the plan. */
export interface Task {
  /** At least 0; of 0 it never counts. */
  weight: number;
  dueAt: Date | null;
}

/** A graded submission that may score. */
export interface Attempt {
  points: number;
  handedInAt: Date;
}

/** What one learner has done of one exercise. */
export interface Work {
  /** Points that there are, more than 0. */
  outOf: number;
  /** In the order in which they were handed in. */
  attempts: readonly Attempt[];
  /** Points that an instructor set by hand. */
  override: number | null;
  extendedTo: Date | null;
}

/** One exercise of one learner, and how its points came about. */
export interface ExerciseGrade {
  /** As they count, with two decimals. */
  points: number;
  outOf: number;
  /** Before anything was taken off. */
  earned: number;
  /** Days after the due date that were begun when it was handed in. */
  lateDays: number;
  /** Percent that are taken off for them. */
  penalty: number;
  /** Null: nothing was handed in that is graded. */
  source: 'submission' | 'override' | null;
  /** For this learner. */
  dueAt: Date | null;
  isExtended: boolean;
  /** It is in the total so far. */
  counts: boolean;
}

/** From 0 to 1 with four decimals; null where nothing counts. */
export interface Totals {
  /** Over the exercises that are due by now. */
  soFar: number | null;
  /** Over the whole plan: what is still to be done counts as 0. */
  all: number | null;
}

const DAY_MS = 86_400_000;
const HUNDRED: Fraction = { n: 100n, d: 1n };

/** Days after the due date that were begun: one millisecond late is one day. */
export function lateDaysOf(handedInAt: Date, dueAt: Date | null): number {
  if (dueAt === null || handedInAt <= dueAt) return 0;
  return Math.ceil((handedInAt.getTime() - dueAt.getTime()) / DAY_MS);
}

/** Percent that a rule takes off. */
export function penaltyOf(lateDays: number, { percentPerDay, most, nothingAfter }: LateRule): number {
  if (nothingAfter !== null && lateDays > nothingAfter) return 100;
  return Math.min(most, percentPerDay * lateDays);
}

interface Scored {
  earned: Fraction;
  lateDays: number;
  penalty: number;
  points: Fraction;
}

const NOTHING: Scored = { earned: ZERO, lateDays: 0, penalty: 0, points: ZERO };

function scoreOf({ points, handedInAt }: Attempt, outOf: Fraction, dueAt: Date | null, rule: LateRule): Scored {
  const lateDays = lateDaysOf(handedInAt, dueAt);
  const penalty = penaltyOf(lateDays, rule);
  const earned = upTo(outOf, points);
  return { earned, lateDays, penalty, points: over(times(earned, fraction(100 - penalty)), HUNDRED) };
}

/** Another version of the exercise may have had more points. */
function upTo(outOf: Fraction, points: number): Fraction {
  const given = fraction(Math.max(0, points));
  return compare(given, outOf) > 0 ? outOf : given;
}

/** More points, then less late, then more before the penalty: no order among attempts matters. */
function better(a: Scored, b: Scored): Scored {
  const order = compare(a.points, b.points) || b.lateDays - a.lateDays || compare(a.earned, b.earned);
  return order >= 0 ? a : b;
}

function chosen(scored: readonly Scored[], attempts: GradingRule['attempts']): Scored {
  const [first, ...others] = attempts === 'last' ? scored.slice(-1) : scored;
  return first === undefined ? NOTHING : others.reduce(better, first);
}

/**
 * One learner's grades, exercise by exercise, and their totals
 *
 *     total = Σ weight · points / outOf  ∕  Σ weight
 *
 * over the exercises that count. An override beats every submission and is never late. Arithmetic is exact; what is
 * returned is rounded once.
 *
 * An exercise counts so far once it is due for the learner. While an extension runs it counts as soon as there is something
 * to count, so that an extension never lowers a total.
 *
 * @param works one to each of `tasks`
 */
export function gradesOfLearner(
  tasks: readonly Task[],
  works: readonly Work[],
  rule: GradingRule,
  now: Date,
): { grades: ExerciseGrade[]; total: Totals } {
  const soFar = new Total();
  const all = new Total();
  const grades = tasks.map((task, at): ExerciseGrade => {
    const { outOf: most, attempts, override, extendedTo } = works[at] as Work;
    const dueAt = dueFor(task.dueAt, extendedTo);
    const outOf = fraction(most);
    const set = override === null ? null : upTo(outOf, override);
    const scored = set
      ? { ...NOTHING, earned: set, points: set }
      : chosen(
          attempts.map((attempt) => scoreOf(attempt, outOf, dueAt, rule.late)),
          rule.attempts,
        );
    const source = set ? 'override' : attempts.length > 0 ? 'submission' : null;
    const isDue = dueAt !== null && dueAt <= now;
    const counts = task.weight > 0 && (isDue || (source !== null && task.dueAt !== null && task.dueAt <= now));
    const share = over(scored.points, outOf);
    all.add(task.weight, share);
    if (counts) soFar.add(task.weight, share);
    return {
      points: rounded(scored.points, 2),
      outOf: most,
      earned: rounded(scored.earned, 2),
      lateDays: scored.lateDays,
      penalty: scored.penalty,
      ...{ source, dueAt, counts, isExtended: dueAt !== task.dueAt },
    };
  });
  return { grades, total: { soFar: soFar.value(), all: all.value() } };
}

/** A weighted mean in the making. */
class Total {
  private sum = ZERO;
  private weights = ZERO;

  add(weight: number, share: Fraction): void {
    const exact = fraction(weight);
    this.sum = plus(this.sum, times(exact, share));
    this.weights = plus(this.weights, exact);
  }

  value(): number | null {
    return this.weights.n === 0n ? null : rounded(over(this.sum, this.weights), 4);
  }
}
