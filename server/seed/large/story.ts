import 'server-only';
import { createHash } from 'node:crypto';
import type { Scheduled } from '../../cohorts/schedule';
import { applyFinished, NOTHING_YET, type Standing } from '../../progress/fold';
import type { Variant, Variants } from './variants';

/** Uniform in [0, 1). */
export type Rng = () => number;

export interface Person {
  id: string;
  name: string;
  /** 0 to 1. */
  skill: number;
  /** Exercises after which they are not seen any more. */
  stopsAfter: number;
}

/** An exercise as it is handed in, and when. */
export type Task = Variants & Omit<Scheduled, 'exerciseId'>;

export interface Attempt {
  id: string;
  runId: string;
  clientId: string;
  number: number;
  variant: Variant;
  afterSolution: boolean;
  at: Date;
  seed: number;
}

/** What one learner did with one exercise. */
export interface Work {
  userId: string;
  exerciseId: string;
  attempts: Attempt[];
  hintsOpened: number;
  gaveUpAt: Date | null;
  standing: Standing;
}

const FAMILY_NAMES = [...'김이박최정강조윤장임한오서신권황안송전홍'];
const GIVEN_NAMES =
  '서연 하늘 도윤 지우 민준 서준 예은 지호 수아 하은 시우 유진 은우 다은 준서 채원 현우 소율 건우 나은'.split(' ');
const MINUTE = 60_000;

const pick = <T>(rng: Rng, from: readonly T[]): T => from[Math.floor(rng() * from.length)] as T;
const between = (rng: Rng, low: number, high: number) => low + rng() * (high - low);

/** A UUID decided by a name: of version 8, whose bits are ours to choose. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Learners of every skill; one in six stops on the way. */
export function makePeople(rng: Rng, { count, exercises }: { count: number; exercises: number }): Person[] {
  return Array.from({ length: count }, (_, at) => ({
    id: uuidOf(`learner ${at}`),
    name: `${pick(rng, FAMILY_NAMES)}${pick(rng, GIVEN_NAMES)}`,
    skill: between(rng, 0.1, 1),
    stopsAfter: rng() < 1 / 6 ? Math.ceil(between(rng, 0.2, 1) * exercises) : exercises,
  }));
}

/**
 * How often each learner hands in each exercise, learner by learner: `total` in all, more where the exercise is hard and
 * the learner is not skilled, none after they stopped.
 */
export function shareOut(rng: Rng, people: readonly Person[], tasks: readonly Task[], total: number): number[][] {
  const weights = people.map(({ skill, stopsAfter }) =>
    tasks.map(({ difficulty }, at) => {
      const weight = (0.3 + difficulty * (1.2 - skill)) * between(rng, 0.4, 1.6);
      return at < stopsAfter && rng() > 0.03 ? weight : 0;
    }),
  );
  const touched = weights.flat().filter((weight) => weight > 0).length;
  const sum = weights.flat().reduce((all, weight) => all + weight, 0);
  // Everybody hands in once what they touch, if there is enough for that.
  const once = total >= touched ? 1 : 0;
  let [passed, given] = [0, 0];
  return weights.map((row) =>
    row.map((weight) => {
      passed += weight;
      const more = Math.round((passed / sum) * (total - once * touched)) - given;
      given += more;
      return more + (weight > 0 ? once : 0);
    }),
  );
}

/** So many attempts of one learner at one exercise, told from the first to the last. */
export function tellWork(rng: Rng, person: Person, task: Task, count: number): Work {
  const { exerciseId } = task;
  const [passes, last] = [rng() < 0.55 + 0.43 * person.skill, rng() < 0.8];
  const passesAt = passes ? (last ? count : 1 + Math.floor(rng() * count)) : Number.POSITIVE_INFINITY;
  const givesUp = rng() < 0.08 && count > 3 && passesAt >= count ? count - 1 : Number.POSITIVE_INFINITY;
  const window = task.dueAt.getTime() - task.opensAt.getTime();
  let at = task.opensAt.getTime() + window * rng() * (1.25 - 0.6 * person.skill);
  let gaveUpAt: Date | null = null;
  const attempts = Array.from({ length: count }, (_, index): Attempt => {
    const number = index + 1;
    if (number === givesUp + 1) gaveUpAt = new Date(Math.round(at));
    at += MINUTE * (rng() < 0.1 ? between(rng, 300, 900) : between(rng, 2, 40));
    const name = `${person.id} ${exerciseId} ${number}`;
    const wrong =
      number === 1 && rng() < 0.05
        ? task.starter
        : pick(rng, [task.starter, ...task.wrong].slice(task.wrong.length > 0 ? 1 : 0));
    return {
      ...{ id: uuidOf(`submission ${name}`), runId: uuidOf(`run ${name}`), clientId: uuidOf(`client ${name}`) },
      ...{
        number,
        variant: number >= passesAt && (number === passesAt || rng() < 0.7) ? pick(rng, task.right) : wrong,
      },
      ...{ afterSolution: number > givesUp, at: new Date(Math.round(at)), seed: Math.floor(rng() * 2 ** 31) },
    };
  });
  const standing = attempts
    .map(({ number, variant, afterSolution, at }) => {
      const { passed, score, maxScore } = variant;
      return { number, handedInAt: at, afterSolution, countsAfterSolution: false, result: { passed, score, maxScore } };
    })
    .reduce(applyFinished, NOTHING_YET);
  const wantsHints = rng() < 0.15 + 0.35 * (1 - person.skill);
  const hintsOpened = gaveUpAt !== null ? task.hints : wantsHints ? Math.ceil(rng() * task.hints) : 0;
  return { userId: person.id, exerciseId, attempts, hintsOpened, gaveUpAt, standing };
}
